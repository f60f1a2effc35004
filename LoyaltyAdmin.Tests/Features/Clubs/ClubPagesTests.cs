using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Clubs;

public sealed class ClubPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Somebody = Actor.System("test");

    public ClubPagesTests()
    {
        Services.AddMembersPages();
    }

    public Task InitializeAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public void Without_clubs_the_page_says_what_they_are_for()
    {
        var page = Render<ClubsPage>();

        page.WaitForElement(".empty");
        Assert.NotNull(page.Find("a[href='/plans/clubs/new']"));
    }

    [Fact]
    public void A_marketer_makes_a_club_by_purchases_with_seats()
    {
        var form = Render<ClubFormPage>();
        form.WaitForElement("#name").Change("Box");
        form.Find("#byThreshold").Change(true);
        form.Find("#thresholdAmount").Input("30000");
        form.Find("#seats").Input("100");
        form.WaitForAssertion(() => Assert.Contains("30,000.00", form.Markup, StringComparison.Ordinal));
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.EndsWith("/plans/clubs", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        using var db = Database.CreateDbContext();
        var terms = db.ClubVersions.Single().Terms;
        Assert.Equal((new ClubThreshold(ClubMetric.Spend, 30_000m, 12), 100, true), (terms.Threshold, terms.Seats, terms.IsHidden));
    }

    [Fact]
    public void What_is_wrong_is_told_beside_its_field_all_at_once()
    {
        var form = Render<ClubFormPage>();
        form.WaitForElement("#discountPercent").Input("");
        form.Find("#seats").Input("0");
        form.Find("#renewal").Change("Threshold");
        form.Find("form").Submit();

        // A name, what it gives, seats, a threshold to reach again; and that nothing is saved.
        form.WaitForAssertion(() => Assert.Equal(5, form.FindAll("[role=alert]").Count));
    }

    [Fact]
    public async Task The_club_shows_its_members_and_invitations_and_both_go_to_excel()
    {
        var (club, _) = await InvitedAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/plans/clubs/{club}/invitations?state=issued");

        var page = Render<ClubInvitationsPage>(p => p.Add(c => c.Id, club));

        page.WaitForAssertion(() => Assert.Contains("Иванова", page.Markup, StringComparison.Ordinal));
        Assert.Contains($"/exports/club-invitations.xlsx?club={club}", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
        using var file = new MemoryStream();
        await Services.GetRequiredService<ClubsExport>().WriteInvitationsAsync(Somebody, file, club, ListParameters.Of("?state=issued"), default);
        Assert.Contains("Иванова", string.Join("|", Platform.Excel.ExcelFixture.Read(file).Tables.Cast<System.Data.DataTable>().SelectMany(t => t.Rows.Cast<System.Data.DataRow>()).SelectMany(r => r.ItemArray)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_of_a_member_tells_the_invitation_and_who_may_not_manage_sees_no_buttons()
    {
        var (_, member) = await InvitedAsync();

        var card = Render<MemberClubsCard>(p => p.Add(c => c.MemberId, member));
        card.WaitForAssertion(() => Assert.Contains("good through 8 Apr 2026", card.Markup, StringComparison.Ordinal));
        Assert.Equal(2, card.FindAll("button").Count);
        SignIn("nobody");

        var seen = Render<MemberClubsCard>(p => p.Add(c => c.MemberId, member));

        seen.WaitForAssertion(() => Assert.Contains("Box", seen.Markup, StringComparison.Ordinal));
        Assert.Empty(seen.FindAll("button"));
    }

    private async Task<(int Club, long Member)> InvitedAsync()
    {
        var member = (await Services.GetRequiredService<RegisterMember>().ExecuteAsync(
            Somebody, new MemberRegistration { Profile = new MemberProfile { LastName = "Иванова", Phone = "+79161234567" } }, default)).Value.MemberId;
        var terms = new ClubTerms { Benefits = new Benefits { DiscountPercent = 20 } };
        var club = (await Services.GetRequiredService<SaveClub>().ExecuteAsync(Somebody, new OfferOrder<ClubTerms> { Key = "box", Name = "Box", Terms = terms }, default)).Value;
        Assert.Null((await Services.GetRequiredService<InviteMembers>().ExecuteAsync(Somebody, club, member, default)).Rejection);
        return (club, member);
    }
}
