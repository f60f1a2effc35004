using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Referrals;

public sealed class ReferralPagesTests : LoyaltyPageTest
{
    public ReferralPagesTests()
    {
        Services.AddMembersPages();
    }

    [Fact]
    public async Task Without_terms_the_page_says_what_it_is_for_and_only_who_may_begins()
    {
        await OpenAsync(new ReferralConditions());
        var page = Render<ReferralPage>();
        Assert.Equal("/referral/edit", page.WaitForElement(".empty a").GetAttribute("href"));

        SignIn(Roles.Manager);
        var seen = Render<ReferralPage>();
        seen.WaitForElement(".empty");
        Assert.Empty(seen.FindAll("a[href='/referral/edit']"));
    }

    [Fact]
    public async Task The_page_shows_terms_figures_and_who_brought_whom_and_offers_the_same_as_excel()
    {
        var (anna, boris) = await FriendsAsync();

        var page = Render<ReferralPage>();

        page.WaitForElement(".data-table tbody tr");
        Assert.Contains(page.FindAll(".tile").Select(t => t.TextContent), t => t.StartsWith("Friends joined1", StringComparison.Ordinal));
        Assert.Contains("A member who brings a friend gets 300", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll($".data-table a[href='/members/{anna}']"));
        Assert.NotEmpty(page.FindAll($".data-table a[href='/members/{boris}']"));
        Assert.StartsWith("/exports/referrals.xlsx", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_holds_what_the_filter_finds()
    {
        await FriendsAsync();
        using var stream = new MemoryStream();

        await Services.GetRequiredService<ReferralsExport>().WriteAsync(
            Actor.System("test"), stream, ListParameters.Of("http://localhost/referral?state=joined"), default);

        stream.Position = 0;
        using var workbook = new ClosedXML.Excel.XLWorkbook(stream);
        Assert.Contains(workbook.Worksheets, sheet => sheet.CellsUsed().Any(cell => cell.GetString() == "Boris"));
    }

    [Fact]
    public async Task The_terms_are_edited_in_the_draft_and_say_at_once_what_they_promise()
    {
        await OpenAsync(new ReferralConditions { Enabled = true });
        var page = Render<EditReferralPage>();
        page.WaitForElement("#f-Referral-ReferrerPoints");

        page.Find("#f-Referral-ReferrerPoints").Input("500");
        page.WaitForAssertion(() => Assert.Contains("gets 500", page.Find(".editor-side").TextContent, StringComparison.Ordinal));
        page.Find("#f-Referral-Link").Input("shop");
        page.WaitForAssertion(() => Assert.Contains("https://", page.Find("#f-Referral-Link").ParentElement!.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_members_page_shows_the_code_to_share_and_by_whom_a_friend_came()
    {
        var (anna, boris) = await FriendsAsync();

        var own = Render<MemberPage>(p => p.Add(x => x.Id, anna));
        Assert.Matches("^[2-9A-Z]{4}-[2-9A-Z]{4}$", own.WaitForElement(".referral-code strong").TextContent);
        Assert.Contains("Joined: 1", own.Markup, StringComparison.Ordinal);
        var friend = Render<MemberPage>(p => p.Add(x => x.Id, boris));
        friend.WaitForAssertion(() => Assert.Equal($"/members/{anna}", friend.Find($".referral-card a").GetAttribute("href")));
        friend.FindAll(".referral-card button").Single(b => b.TextContent.Contains("Make a code", StringComparison.Ordinal)).Click();
        friend.WaitForElement(".referral-code");
    }

    [Fact]
    public async Task A_code_on_the_form_that_does_not_fit_is_told_and_the_member_is_registered()
    {
        await OpenAsync(new ReferralConditions { Enabled = true });
        var page = Render<MemberFormPage>();

        page.WaitForElement("input[name=lastName]").Change("Petrov");
        page.Find("input[name=externalId]").Change("p-1");
        page.Find("input[name=referralCode]").Change("CCCC-CCCC");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("/members/", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        await using var db = Database.CreateDbContext();
        Assert.Equal("Petrov", (await db.Members.SingleAsync()).LastName);
        Assert.False(await db.Referrals.AnyAsync());
    }

    private Task OpenAsync(ReferralConditions terms) =>
        ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions { Referral = terms }, default);

    private async Task<(long Referrer, long Friend)> FriendsAsync()
    {
        await OpenAsync(new ReferralConditions { Enabled = true });
        var actor = Actor.System("test");
        async Task<long> Register(string name) => (await Services.GetRequiredService<RegisterMember>().ExecuteAsync(
            actor, new MemberRegistration { Profile = new MemberProfile { ExternalId = name, FirstName = name } }, default)).Value.MemberId;
        var (anna, boris) = (await Register("Anna"), await Register("Boris"));
        var code = (await Services.GetRequiredService<ReferralCodes>().EnsureAsync(actor, anna, default))!;
        Assert.Null((await Services.GetRequiredService<UseReferralCode>().ExecuteAsync(actor, boris, code, null, default)).Rejection);
        return (anna, boris);
    }
}
