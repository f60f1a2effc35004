using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Questionnaires;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Questionnaires;

public sealed class QuestionnairePagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Boss = Actor.System("test");

    public QuestionnairePagesTests()
    {
        Services.AddMembersPages();
    }

    public Task InitializeAsync() =>
        ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public void Before_the_first_questionnaire_the_page_says_how_to_begin()
    {
        var page = Render<QuestionnairePage>();

        page.WaitForElement(".empty");
        Assert.NotNull(page.Find("a[href='/joining/questionnaire/edit']"));
    }

    [Fact]
    public async Task Who_may_not_edit_sees_what_is_asked_and_no_button()
    {
        await PublishAsync(Questionnaire.Usual);
        SignIn(Roles.Operator);

        var page = Render<QuestionnairePage>();

        page.WaitForAssertion(() => Assert.Contains("Mobile phone", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("a[href='/joining/questionnaire/edit']"));
    }

    [Fact]
    public async Task A_question_is_added_moved_and_kept_in_the_draft_and_the_preview_follows()
    {
        var page = Render<EditQuestionnairePage>();
        page.WaitForElement(".ask-question");

        await page.Find("#ask-points").ChangeAsync(new() { Value = "50" });
        await page.Find("button[aria-label='Move down: Mobile phone']").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(["First name *", "Mobile phone *"], page.FindAll(".ask-preview .ask-words").Take(2).Select(e => e.TextContent)));
        await page.Find("button[aria-label='Remove: E-mail']").ClickAsync(new());

        await using var db = Database.CreateDbContext();
        var draft = (await db.QuestionnaireVersions.SingleAsync(v => v.Number == 0)).Content;
        Assert.Equal(50, draft.Points);
        Assert.Equal(["firstName", "phone", "lastName", "birthDate"], draft.Questions.Select(q => q.Key));
    }

    [Fact]
    public async Task Two_who_edit_at_once_do_not_lose_each_others_work()
    {
        var edit = Services.GetRequiredService<EditQuestionnaire>();
        var draft = await edit.BeginAsync(Boss, default);

        Assert.Null((await edit.SaveAsync(Boss, draft.Revision, Questionnaire.Usual with { Points = 1 }, default)).Rejection);

        Assert.Equal("Common.ChangedByAnother", (await edit.SaveAsync(Boss, draft.Revision, Questionnaire.Usual, default)).Rejection?.Code);
        Assert.Equal("Common.ChangedByAnother", (await Services.GetRequiredService<PublishQuestionnaire>().ExecuteAsync(Boss, draft.Revision, "Mine", default)).Rejection?.Code);
    }

    [Fact]
    public async Task Versions_follow_one_another_and_what_changes_nothing_is_not_published()
    {
        await PublishAsync(Questionnaire.Usual);
        var edit = Services.GetRequiredService<EditQuestionnaire>();
        var publish = Services.GetRequiredService<PublishQuestionnaire>();
        var draft = await edit.BeginAsync(Boss, default);
        Assert.Equal("Questionnaires.NothingChanged", (await publish.ExecuteAsync(Boss, draft.Revision, "Again", default)).Rejection?.Code);

        var revision = (await edit.SaveAsync(Boss, draft.Revision, draft.Content with { Points = 10 }, default)).Value;
        Assert.Equal(2, (await publish.ExecuteAsync(Boss, revision, "Points", default)).Value);

        var page = Render<QuestionnaireVersionsPage>();
        page.WaitForAssertion(() => Assert.Contains("Questionnaire 2", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Questionnaire 1", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_fill_in_and_see_what_counts_for_nothing()
    {
        await PublishAsync(Questionnaire.Usual);
        var id = await MemberAsync();
        var card = Render<MemberQuestionnaire>(p => p.Add(c => c.MemberId, id).Add(c => c.MayFill, true));
        card.WaitForElement("#answer-phone");

        await card.Find("#answer-phone").ChangeAsync(new() { Value = "1111111" });
        await card.Find("#answer-firstName").ChangeAsync(new() { Value = "Anna" });
        await card.Find("form").SubmitAsync();

        card.WaitForAssertion(() => Assert.Contains("The same digit all over", card.Markup, StringComparison.Ordinal));
        Assert.Contains("Quality 15 of 100", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_see_contacts_neither_sees_nor_replaces_nor_confirms_them()
    {
        await PublishAsync(Questionnaire.Usual);
        var id = await MemberAsync("+79162044567");
        SignIn(Roles.Manager);

        var card = Render<MemberQuestionnaire>(p => p.Add(c => c.MemberId, id).Add(c => c.MayFill, true));

        card.WaitForElement("#answer-phone");
        Assert.DoesNotContain("9162044567", card.Markup, StringComparison.Ordinal);
        Assert.True(card.Find("#answer-phone").HasAttribute("readonly"));
        Assert.DoesNotContain(card.FindAll("button"), b => b.TextContent.Contains("Confirm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_report_and_the_suspects_show_and_lead_to_the_member()
    {
        await PublishAsync(Questionnaire.Usual);
        var id = await MemberAsync();
        var order = new FillingOrder { MemberId = id, OperationId = "f", Store = "Centre", Cashier = "Olga", Answers = new Dictionary<string, string> { ["phone"] = "1111111" } };
        Assert.Null((await Services.GetRequiredService<FillQuestionnaire>().ExecuteAsync(Boss, order, default)).Rejection);

        var report = Render<QualityPage>();
        report.WaitForAssertion(() => Assert.Contains("Centre", report.Markup, StringComparison.Ordinal));
        var suspects = Render<SuspectsPage>();
        suspects.WaitForAssertion(() => Assert.NotNull(suspects.Find($"a[href='/members/{id}?tab=questionnaire']")));
        Assert.Contains("The same digit all over", suspects.Markup, StringComparison.Ordinal);
    }

    private async Task PublishAsync(Questionnaire content)
    {
        var edit = Services.GetRequiredService<EditQuestionnaire>();
        var draft = await edit.BeginAsync(Boss, default);
        var revision = (await edit.SaveAsync(Boss, draft.Revision, content, default)).Value;
        Assert.Null((await Services.GetRequiredService<PublishQuestionnaire>().ExecuteAsync(Boss, revision, "For the test", default)).Rejection);
    }

    private async Task<long> MemberAsync(string? phone = null) => (await Services.GetRequiredService<RegisterMember>().ExecuteAsync(
        Boss, new MemberRegistration { Profile = new MemberProfile { ExternalId = "anna", Phone = phone } }, default)).Value.MemberId;
}
