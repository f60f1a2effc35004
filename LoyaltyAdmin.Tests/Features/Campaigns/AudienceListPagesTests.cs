using Bunit;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Campaigns.Lists;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

public sealed class AudienceListPagesTests : CampaignPagesTest
{
    [Fact]
    public void Without_lists_the_page_says_what_they_are_for()
    {
        var page = Render<AudienceListsPage>();

        page.WaitForElement(".empty");
        Assert.NotNull(page.Find("a[href='/campaigns/lists/new']"));
    }

    [Fact]
    public void A_list_is_made()
    {
        var page = Render<NewAudienceListPage>();
        page.WaitForAssertion(() => Assert.Equal("list-1", page.Find("#key").GetAttribute("value")));
        page.Find("#name").Change("Friends of the house");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("/campaigns/lists/1", Address));
    }

    [Fact]
    public async Task What_is_pasted_and_uploaded_is_counted_and_unknown_lines_are_told()
    {
        var id = await MadeAsync();
        await RegisterAsync("Иванова", "+79161234567");
        await RegisterAsync("Петров", "+79167654321");
        var page = Open(id);
        page.Find("#lines").Change("+7 916 123-45-67\nnobody@example.com\n");
        page.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromText("phone;name\n\"+79167654321\";Петров\n", "list.csv"));
        page.WaitForAssertion(() => Assert.Contains("list.csv", page.Markup, StringComparison.Ordinal));
        page.Find("button[aria-label='Add them']").Click();

        page.WaitForElement(".list-outcome");
        Assert.Equal(["2", "0", "2"], page.FindAll(".list-outcome .tile strong").Select(s => s.TextContent));
        Assert.Contains("nobody@example.com", page.Find(".list-unknown").TextContent, StringComparison.Ordinal);
        Assert.Equal("2", page.Find(".tile-main strong").TextContent);
    }

    [Fact]
    public async Task Nothing_to_add_is_told()
    {
        var page = Open(await MadeAsync());
        page.Find("button[aria-label='Add them']").Click();

        page.WaitForAssertion(() => Assert.NotEqual("", page.Find("#list-refusal").TextContent));
    }

    [Fact]
    public async Task A_list_is_cleared_after_a_question_in_numbers()
    {
        var id = await MadeAsync();
        await RegisterAsync("Иванова", "+79161234567");
        await Get<AudienceListBook>().AddAsync(Marketer, id, ["+79161234567"], default);
        var questions = AnswerYes();
        var page = Open(id);
        page.Find("button[aria-label=Clear]").Click();

        page.WaitForAssertion(() => Assert.Equal("0", page.Find(".tile-main strong").TextContent));
        Assert.Contains("1 members", questions[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lists_go_to_excel()
    {
        await MadeAsync();
        using var file = new MemoryStream();

        await Get<AudienceListsExport>().WriteAsync(Actor.System("test"), file, ListParameters.Of(""), default);

        Assert.Contains("Friends", string.Join("|", Platform.Excel.ExcelFixture.Read(file).Tables.Cast<System.Data.DataTable>().SelectMany(t => t.Rows.Cast<System.Data.DataRow>()).SelectMany(r => r.ItemArray)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_on_a_list_goes_to_excel()
    {
        var id = await MadeAsync();
        await RegisterAsync("Иванова", "+79161234567");
        await Get<AudienceListBook>().AddAsync(Marketer, id, ["+79161234567"], default);
        var list = (await Get<AudienceListBook>().AllAsync(Marketer, default)).Single();
        using var file = new MemoryStream();

        await Get<AudienceListsExport>().WriteMembersAsync(Actor.System("test"), file, list, ListParameters.Of(""), default);

        await using var db = Database.CreateDbContext();
        var member = db.Members.Single().Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(member, string.Join("|", Platform.Excel.ExcelFixture.Read(file).Tables.Cast<System.Data.DataTable>().SelectMany(t => t.Rows.Cast<System.Data.DataRow>()).SelectMany(r => r.ItemArray)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_looks_changes_nothing()
    {
        var id = await MadeAsync();
        SignIn(Roles.Operator);

        var page = Open(id);

        Assert.Empty(page.FindAll("button, textarea"));
    }

    private async Task<int> MadeAsync() => (await Get<AudienceListBook>().CreateAsync(Marketer, "friends", "Friends", default)).Value;

    private async Task RegisterAsync(string name, string phone) => Assert.Null((await Get<RegisterMember>().ExecuteAsync(
        Actor.System("test"), new MemberRegistration { Profile = new MemberProfile { LastName = name, Phone = phone } }, default)).Rejection);

    private IRenderedComponent<AudienceListPage> Open(int id)
    {
        var page = Render<AudienceListPage>(p => p.Add(l => l.Id, id));
        page.WaitForElement(".tile-main");
        return page;
    }
}
