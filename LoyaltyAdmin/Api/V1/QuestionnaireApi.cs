using System.Globalization;
using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Questionnaires;
using LoyaltyAdmin.Platform.Localization;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Api.V1;

/// <summary>What members are asked, their answers, and what these are worth.</summary>
public static class QuestionnaireApi
{
    public static void MapQuestionnaire(this RouteGroupBuilder v1)
    {
        v1.MapGroup("/questionnaire").WithTags("Members").MapGet("/", GetAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("What members are asked now").WithDescription("In the language asked, else in that of Accept-Language. 404 before the first publication.")
            .Produces<QuestionnaireAnswer>().ProducesProblems(404);
        var members = v1.MapGroup("/members").WithTags("Members");
        members.MapPost("/{id:long}/answers", FillAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("Hand in answers of a member")
            .WithDescription("Idempotent by operationId. Valid answers to fields of the profile change the profile; what is junk counts for nothing and is told.")
            .Produces<FillingAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 409, 413, 415, 422);
        members.MapGet("/{id:long}/questionnaire", StateAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("A member's answers, what they are worth and what is missing")
            .Produces<MemberQuestionnaireAnswer>().ProducesProblems(404);
    }

    private static async Task<IResult> GetAsync(string? language, QuestionnaireQueries queries, CancellationToken ct) =>
        await queries.InForceAsync(ct) is { } asked ? Results.Ok(QuestionnaireAnswer.Of(asked, In(language))) : NotPublished();

    private static async Task<IResult> FillAsync(
        long id, AnswersRequest request, ApiCaller caller, MemberQueries members, FillQuestionnaire fill, IStringLocalizer<QuestionnairesText> text, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var order = AnswersReader.Read(request, errors);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        if (await SurvivorAsync(id, members, ct) is not { } named)
        {
            return Unknown(id);
        }

        return (await fill.ExecuteAsync(caller.Actor, order with { MemberId = named }, ct)).Accepted(out var filled, out var rejection)
            ? http.Created($"{ApiRegistration.Root}/v1/members/{filled.Outcome.MemberId}/questionnaire", FillingAnswer.Of(filled.Outcome, text), filled.Replayed)
            : rejection.ToProblem();
    }

    private static async Task<IResult> StateAsync(
        long id, MemberQueries members, MemberQuestionnaireQueries queries, ProgramTimelines timelines, IStringLocalizer<QuestionnairesText> text, CancellationToken ct)
    {
        if (await SurvivorAsync(id, members, ct) is not { } named)
        {
            return Unknown(id);
        }

        return await queries.FindAsync(named, ct) is { } view ? Results.Ok(MemberQuestionnaireAnswer.Of(view, await timelines.GetAsync(ct), text)) : NotPublished();
    }

    private static string In(string? language) =>
        Cultures.All.Contains(language) ? language! : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private static Task<long?> SurvivorAsync(long id, MemberQueries queries, CancellationToken ct) =>
        queries.FindAsync(new MemberKey(MemberKeyKind.Id, id.ToString(CultureInfo.InvariantCulture)), ct);

    private static ApiProblem Unknown(long id) => new Rejection("Members.Unknown", id).ToProblem();

    private static ApiProblem NotPublished() => new Rejection("Questionnaires.NoneNotFound").ToProblem();
}
