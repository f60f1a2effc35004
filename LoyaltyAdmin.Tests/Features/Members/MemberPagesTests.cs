using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Members;

public sealed class MemberPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Clerk = Actor.System("test");

    public MemberPagesTests()
    {
        Services.AddMembersPages();
    }

    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    public Task InitializeAsync() =>
        ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public void An_empty_list_says_how_to_begin()
    {
        var page = Render<MembersPage>();

        page.WaitForElement(".empty");
        Assert.Contains("No members yet", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Find("a[href='/members/new']"));
    }

    [Fact]
    public async Task The_list_shows_whom_the_address_asks_for_and_offers_the_same_as_excel()
    {
        await MemberAsync("Иванов", "+79161234567");
        await MemberAsync("Петров", "+79167654321");
        Address.NavigateTo("/members?search=иванов&balance=no");

        var page = Render<MembersPage>();

        page.WaitForAssertion(() => Assert.Contains("Иванов", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Петров", page.Markup, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".chip").Count);
        Assert.Equal("/members?balance=no", page.Find(".chip").GetAttribute("href"));
        Assert.StartsWith("/exports/members.xlsx?search=", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_sees_members_and_no_button_to_make_one()
    {
        await MemberAsync("Иванов", "+79161234567");
        SignIn("nobody");

        var page = Render<MembersPage>();

        page.WaitForAssertion(() => Assert.Contains("Иванов", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("a[href='/members/new']"));
        Assert.Empty(page.FindAll("a[download]"));
    }

    [Fact]
    public void All_wrong_fields_are_marked_at_once_in_words()
    {
        var form = Render<MemberFormPage>();

        form.Find("#phone").Change("123");
        form.Find("#email").Change("anna@");
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Equal(3, form.FindAll("[role=alert]").Count));
        Assert.Contains("“123” is not a full phone number", form.Markup, StringComparison.Ordinal);
        Assert.Contains("“anna@” is not an e-mail address", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filled_form_registers_the_member_and_opens_their_page()
    {
        var form = Render<MemberFormPage>();

        form.Find("#lastName").Change("Иванов");
        form.Find("#phone").Change("8 916 123-45-67");
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Matches("/members/\\d+$", Address.Uri));
        using var db = Database.CreateDbContext();
        Assert.Equal("+79161234567", db.Members.Single().Phone);
    }

    [Fact]
    public async Task A_members_page_tells_the_balance_and_when_points_expire()
    {
        var id = await MemberAsync("Иванов", "+79161234567");
        await Services.GetRequiredService<CorrectPoints>().ExecuteAsync(Clerk, id, add: true, 150, "Compensation", "op-1", default);

        var page = Render<MemberPage>(p => p.Add(m => m.Id, id));

        page.WaitForAssertion(() => Assert.Contains("150", page.Find(".tile strong").TextContent, StringComparison.Ordinal));
        Assert.Contains("10 Mar 2027", page.Find(".plain").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("Compensation", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_blocked_member_is_shown_as_such()
    {
        var id = await MemberAsync("Иванов", "+79161234567");
        await Services.GetRequiredService<BlockMember>().BlockAsync(Clerk, id, "Проверка", default);

        var page = Render<MemberPage>(p => p.Add(m => m.Id, id));

        page.WaitForAssertion(() => Assert.Contains("earns and spends nothing", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Unblock", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_nobody_has_says_so()
    {
        var page = Render<MemberPage>(p => p.Add(m => m.Id, 404));

        page.WaitForAssertion(() => Assert.Contains("There is no such member", page.Markup, StringComparison.Ordinal));
    }

    private async Task<long> MemberAsync(string lastName, string phone) =>
        (await Services.GetRequiredService<RegisterMember>().ExecuteAsync(
            Clerk, new MemberRegistration { Profile = new MemberProfile { LastName = lastName, Phone = phone } }, default)).Value.MemberId;
}
