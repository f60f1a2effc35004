using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Questionnaires;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class QuestionnaireApiTests : IAsyncLifetime
{
    private static readonly Actor Marketer = new("marketer@example.com", Roles.PermissionsOf(Roles.Marketer));
    private static readonly Actor Clerk = new("clerk@example.com", Roles.PermissionsOf(Roles.Operator));
    private ApiHost host = null!;

    public async Task InitializeAsync() => host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task R16_answers_are_rated_the_contact_confirmed_and_the_points_come_once()
    {
        await ProblemAssert.IsAsync(await host.Caller().GetAsync("/api/v1/questionnaire"), HttpStatusCode.NotFound, "Questionnaires.NoneNotFound");
        await PublishAsync(Questionnaire.Usual with { Points = 100 });
        var asked = await ApiHost.ReadAsync(await host.Caller().GetAsync("/api/v1/questionnaire?language=ru"));
        Assert.Equal("Мобильный телефон", (string?)asked["questions"]![0]!["words"]);
        Assert.Equal("atIssue", (string?)asked["questions"]![0]!["step"]);

        var id = await RegisterAsync("anna");
        var first = await FillAsync(id, "f-1", new() { ["phone"] = "8 916 204-45-67", ["firstName"] = "Анна", ["birthDate"] = "01.01.1900" }, ("personal-data", 1));
        var body = await ApiHost.ReadAsync(first);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal((45, true, false), ((int)body["score"]!, (bool)body["filled"]!, (bool)body["valid"]!));
        Assert.Equal("dateIsPlaceholder", (string?)body["junk"]![0]!["code"]);

        await ConfirmAsync(id, "+79162044567");
        Assert.Equal(0, await PointsAsync(id));

        Assert.Equal(70, (int)(await ApiHost.ReadAsync(await FillAsync(id, "f-2", new() { ["birthDate"] = "08.03.1985" })))["score"]!);
        Assert.Equal(100, await PointsAsync(id));

        await FillAsync(id, "f-3", new() { ["lastName"] = "Громова" });
        await ConfirmAsync(id, "+79162044567");
        Assert.Equal(100, await PointsAsync(id));
        var state = await ApiHost.ReadAsync(await host.Caller().GetAsync($"/api/v1/members/{id}/questionnaire"));
        Assert.Equal(("given", true, 80), ((string?)state["reward"], (bool)state["phoneVerified"]!, (int)state["score"]!));
        Assert.Equal("1985-03-08", (string?)(await ApiHost.ReadAsync(await host.Caller().GetAsync($"/api/v1/members/{id}")))["birthDate"]);
        Assert.True((await host.Get<LedgerProof>().ExecuteAsync(Actor.System("test"), default)).Balanced);
    }

    [Fact]
    public async Task The_same_operation_has_the_same_answer_in_parallel_too_and_other_content_is_a_conflict()
    {
        await PublishAsync(Questionnaire.Usual);
        var id = await RegisterAsync("anna");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => FillAsync(id, "f-1", new() { ["phone"] = "8 916 204-45-67" }))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Equal(11, answers.Count(a => a.Headers.Contains("Idempotent-Replay")));
        Assert.Single((await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()))).Distinct());
        await ProblemAssert.IsAsync(await FillAsync(id, "f-1", new() { ["phone"] = "8 916 204-45-68" }), HttpStatusCode.Conflict, "Questionnaires.PayloadConflict");
        await ProblemAssert.IsAsync(await FillAsync(await RegisterAsync("boris"), "f-1", new() { ["phone"] = "8 916 204-45-67" }), HttpStatusCode.Conflict, "Questionnaires.PayloadConflict");
    }

    [Fact]
    public async Task Points_are_given_once_when_answers_and_confirmations_arrive_at_once()
    {
        await PublishAsync(Questionnaire.Usual with { Points = 100, Consents = [] });
        var id = await RegisterAsync("anna");
        await FillAsync(id, "f-0", new() { ["phone"] = "8 916 204-45-67" });

        await Task.WhenAll(Enumerable.Range(1, 6).SelectMany(n => new Task[]
        {
            Task.Run(() => FillAsync(id, $"f-{n}", new() { ["firstName"] = "Анна", ["birthDate"] = "08.03.1985" })),
            Task.Run(() => host.Get<ConfirmContact>().ExecuteAsync(Clerk, id, ContactKind.Phone, "+79162044567", "Called back", default)),
        }));
        await ConfirmAsync(id, "+79162044567");

        Assert.Equal(100, await PointsAsync(id));
    }

    [Fact]
    public async Task R16_anothers_phone_counts_for_nothing_and_the_phone_of_many_is_suspicious()
    {
        await PublishAsync(Questionnaire.Usual);
        var owner = await RegisterAsync("owner");
        await FillAsync(owner, "f-0", new() { ["phone"] = "8 916 204-45-67" });

        var second = await ApiHost.ReadAsync(await FillAsync(await RegisterAsync("second"), "f-1", new() { ["phone"] = "+7 916 204 45 67" }));
        var third = await ApiHost.ReadAsync(await FillAsync(await RegisterAsync("third"), "f-2", new() { ["phone"] = "+7 916 204 45 67" }));

        Assert.Equal(["phoneOfAnother"], second["junk"]!.AsArray().Select(j => (string?)j!["code"]));
        Assert.Equal(["phoneOfAnother", "phoneOfMany"], third["junk"]!.AsArray().Select(j => (string?)j!["code"]));
        var suspects = await host.Get<SuspectQueries>().ReadAsync(Marketer, new SuspectFilter { Rule = SuspectRule.PhoneOfMany }, new PageRequest(0, 50), default);
        Assert.Equal(3, suspects.Total);
        Assert.All(suspects.Rows, row => Assert.Equal((3, "S1", "Olga"), (row.Amount, row.Store, row.Cashier)));
    }

    [Fact]
    public async Task Consents_keep_the_version_that_was_shown_and_are_withdrawn()
    {
        await PublishAsync(Questionnaire.Usual);
        var usual = Questionnaire.Usual;
        await PublishAsync(usual with { Consents = [usual.Consents[0], usual.Consents[1] with { Text = new("Other words.", "Другие слова.") }] });
        var id = await RegisterAsync("anna");

        await FillAsync(id, "f-1", [], ("offers", 1), ("personal-data", 1));
        await ProblemAssert.IsAsync(await FillAsync(id, "f-2", [], ("offers", 3)), HttpStatusCode.UnprocessableEntity, "Questionnaires.ConsentNotPublished");
        await FillAsync(id, "f-3", [], ("offers", 2));

        Assert.Equal([("offers", 1), ("offers", 2), ("personal-data", 1)], (await host.Get<QuestionnaireQueries>().ConsentTextsAsync(default)).Select(t => (t.Key, t.Version)).Order());
        var view = (await host.Get<MemberQuestionnaireQueries>().FindAsync(id, default))!;
        Assert.Equal((2, 1), (view.Standing("offers")!.Version, view.Standing("personal-data")!.Version));
        Assert.Equal(3, view.Consents.Count);
        Assert.True((await host.Get<MemberQueries>().DetailsAsync(id, default))!.Profile.AgreedToOffers);

        Assert.Null(await host.Get<WithdrawConsent>().ExecuteAsync(Clerk, id, "offers", "Asked by phone", default));
        Assert.Null((await host.Get<MemberQuestionnaireQueries>().FindAsync(id, default))!.Standing("offers"));
        Assert.False((await host.Get<MemberQueries>().DetailsAsync(id, default))!.Profile.AgreedToOffers);
    }

    [Fact]
    public async Task Merging_and_parting_keep_answers_consents_and_the_one_reward()
    {
        await PublishAsync(Questionnaire.Usual with { Points = 100, Consents = [Questionnaire.Usual.Consents[1]] });
        var (anna, anya) = (await RegisterAsync("anna"), await RegisterAsync("anya"));
        await FillAsync(anna, "f-1", new() { ["firstName"] = "Анна" });
        await FillAsync(anya, "f-2", new() { ["phone"] = "8 916 204-45-67", ["firstName"] = "Аня", ["birthDate"] = "08.03.1985", ["email"] = "bad" }, ("offers", 1));
        await ConfirmAsync(anya, "+79162044567");
        Assert.Equal(100, await PointsAsync(anya));
        var before = (await SnapshotAsync(anna), await SnapshotAsync(anya));

        var merged = (await host.Get<MergeMembers>().ExecuteAsync(Clerk, await OrderAsync(anya, anna), default)).Value;
        var view = (await host.Get<MemberQuestionnaireQueries>().FindAsync(anna, default))!;
        Assert.Equal((RewardState.Given, true, JunkRule.EmailInvalid), (view.Reward, view.IsVerified, view.Sheet.Junk));
        Assert.NotNull(view.Standing("offers"));
        await FillAsync(anna, "f-3", new() { ["lastName"] = "Громова" });
        Assert.Equal(100, await PointsAsync(anna));
        Assert.True((await FillAsync(anna, "f-2", new() { ["phone"] = "8 916 204-45-67", ["firstName"] = "Аня", ["birthDate"] = "08.03.1985", ["email"] = "bad" }, ("offers", 1))).Headers.Contains("Idempotent-Replay"));

        Assert.Null((await host.Get<UnmergeMembers>().ExecuteAsync(Clerk, merged.MergeId, "Two people", default)).Rejection);
        Assert.Equal(before.Item2, await SnapshotAsync(anya));
        Assert.Equal((0, 100), (await PointsAsync(anna), await PointsAsync(anya)));
    }

    [Fact]
    public async Task Merging_and_parting_at_once_restore_both_exactly()
    {
        await PublishAsync(Questionnaire.Usual);
        var (anna, anya) = (await RegisterAsync("anna"), await RegisterAsync("anya"));
        await FillAsync(anna, "f-1", new() { ["firstName"] = "Анна", ["phone"] = "111111" });
        await FillAsync(anya, "f-2", new() { ["phone"] = "8 916 204-45-67", ["email"] = "bad" }, ("offers", 1));
        await ConfirmAsync(anya, "+79162044567");
        var before = (await SnapshotAsync(anna), await SnapshotAsync(anya));

        var merged = (await host.Get<MergeMembers>().ExecuteAsync(Clerk, await OrderAsync(anya, anna), default)).Value;
        Assert.NotEqual(before.Item1, await SnapshotAsync(anna));
        Assert.Null((await host.Get<UnmergeMembers>().ExecuteAsync(Clerk, merged.MergeId, "Two people", default)).Rejection);

        Assert.Equal(before, (await SnapshotAsync(anna), await SnapshotAsync(anya)));
    }

    [Fact]
    public async Task The_report_counts_what_is_valid_by_store_and_cashier()
    {
        await PublishAsync(Questionnaire.Usual);
        await FillAsync(await RegisterAsync("a"), "f-1", new() { ["phone"] = "8 916 204-45-67", ["firstName"] = "Анна", ["birthDate"] = "08.03.1985" });
        await FillAsync(await RegisterAsync("b"), "f-2", new() { ["phone"] = "1111111", ["firstName"] = "Test", ["birthDate"] = "01.01.1900" });
        await RegisterAsync("c");
        await RegisterAsync("d", store: "S2", cashier: "Ivan");

        var stores = (await host.Get<QualityQueries>().ReadAsync(Marketer, new QualityFilter(), default)).Rows;
        var cashiers = (await host.Get<QualityQueries>().ReadAsync(Marketer, new QualityFilter { By = QualityBy.Cashier, Store = "S2" }, default)).Rows;

        var first = stores.Single(r => r.Store == "S1");
        Assert.Equal((3, 2, 1, 0, 1), (first.Joined, first.Filled, first.Valid, first.Verified, first.Junk));
        Assert.Equal((1, 1, 1, 0), (first.JunkPhones, first.JunkNames, first.JunkDates, first.SharedPhones));
        Assert.Equal(35, first.Score);
        Assert.Equal(("Ivan", 1, 0), (Assert.Single(cashiers).Cashier, cashiers[0].Joined, cashiers[0].Filled));
    }

    [Fact]
    public async Task A_question_that_nobody_asks_a_second_birth_date_and_a_malformed_answer_change_nothing()
    {
        await PublishAsync(Questionnaire.Usual);
        var id = await RegisterAsync("anna");
        await FillAsync(id, "f-1", new() { ["birthDate"] = "1985-08-08" });
        await FillAsync(id, "f-2", new() { ["birthDate"] = "1985-09-09" });

        await ProblemAssert.IsAsync(await FillAsync(id, "f-3", new() { ["birthDate"] = "1985-10-10", ["lastName"] = "Громова" }), HttpStatusCode.UnprocessableEntity, "Members.BirthDateChangedAlready");
        await ProblemAssert.IsAsync(await FillAsync(id, "f-4", new() { ["pets"] = "2", ["lastName"] = "Громова" }), HttpStatusCode.UnprocessableEntity, "Questionnaires.QuestionNotAsked");
        await ProblemAssert.IsAsync(await FillAsync(id, "f-5", new() { ["lastName"] = new JsonObject() }), HttpStatusCode.BadRequest, "Api.Invalid");
        await ProblemAssert.IsAsync(await FillAsync(4711, "f-6", new() { ["lastName"] = "Громова" }), HttpStatusCode.NotFound, "Members.Unknown");
        Assert.Null((await host.Get<MemberQueries>().DetailsAsync(id, default))!.Profile.LastName);
    }

    private async Task PublishAsync(Questionnaire content)
    {
        var draft = await host.Get<EditQuestionnaire>().BeginAsync(Marketer, default);
        var revision = (await host.Get<EditQuestionnaire>().SaveAsync(Marketer, draft.Revision, content, default)).Value;
        Assert.Null((await host.Get<PublishQuestionnaire>().ExecuteAsync(Marketer, revision, "For the test", default)).Rejection);
    }

    private async Task<long> RegisterAsync(string name, string store = "S1", string cashier = "Olga") =>
        (long)(await ApiHost.ReadAsync(await host.Caller().PostAsJsonAsync("/api/v1/members", new { externalId = name, store, cashier })))["id"]!;

    private Task<HttpResponseMessage> FillAsync(long id, string operation, JsonObject answers, params (string Key, int Version)[] consents) =>
        host.Caller().PostAsJsonAsync($"/api/v1/members/{id}/answers", new JsonObject
        {
            ["operationId"] = operation,
            ["store"] = "S1",
            ["cashier"] = "Olga",
            ["answers"] = answers,
            ["consents"] = new JsonArray([.. consents.Select(c => new JsonObject { ["key"] = c.Key, ["version"] = c.Version })]),
        });

    private async Task ConfirmAsync(long id, string phone) =>
        Assert.Null(await host.Get<ConfirmContact>().ExecuteAsync(Clerk, id, ContactKind.Phone, phone, "Called back", default));

    private async Task<long> PointsAsync(long id)
    {
        await using var db = host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();
        return await db.Accounts.Where(a => a.MemberId == id).Select(a => a.Available.Value).SingleAsync();
    }

    private async Task<MergeMembers.Order> OrderAsync(long source, long target)
    {
        await using var db = host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();
        var versions = await db.Members.ToDictionaryAsync(m => m.Id, m => m.Version);
        return new MergeMembers.Order { SourceId = source, TargetId = target, Versions = (versions[source], versions[target]), Taken = new HashSet<MergeField>(), Reason = "One person" };
    }

    /// <summary>All that a member answered and agreed to, as text.</summary>
    private async Task<string> SnapshotAsync(long id)
    {
        await using var db = host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();
        var row = await db.MemberAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.MemberId == id);
        var answers = row is null ? "" : string.Join(';', row.Answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value.Value}/{a.Value.Junk}"));
        var filings = await db.AnswersFilings.Where(f => f.MemberId == id).OrderBy(f => f.Id).Select(f => f.OperationId).ToListAsync();
        var consents = await db.MemberConsents.Where(c => c.MemberId == id).OrderBy(c => c.Id).Select(c => c.Key).ToListAsync();
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == id);
        return $"{row?.Score} {row?.IsFilled} {row?.IsValid} {row?.Junk} {row?.PhoneSaid} {row?.FilledAt:O} {answers} | {string.Join(',', filings.Where(f => f != "f-3"))} | {string.Join(',', consents)} | {member.Phone} {member.PhoneVerifiedAt:O}";
    }
}
