using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Members;

namespace LoyaltyAdmin.Api.V1;

/// <summary>An answer to an invitation into a club.</summary>
public sealed record InvitationRequest
{
    /// <summary>Of the invitation.</summary>
    public required string Code { get; init; }
}

/// <summary>A club as far as a member may hear of it.</summary>
public sealed record ClubAnswer
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>in, invited or outside.</summary>
    public required string Standing { get; init; }

    /// <summary>The last day of the place or of the invitation; null where there is no end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateOnly? LastDay { get; init; }

    /// <summary>Of the invitation, to accept it.</summary>
    public string? Code { get; init; }

    /// <summary>What it gives.</summary>
    public required BenefitsAnswer Benefits { get; init; }

    internal static ClubAnswer Of(MemberClub club) => new()
    {
        Key = club.Key,
        Name = club.Name,
        Standing = JsonNamingPolicy.CamelCase.ConvertName(club.Standing.ToString()),
        LastDay = club.LastDay,
        Code = club.Code,
        Benefits = BenefitsAnswer.Of(club.Terms.Benefits),
    };
}

/// <summary>The clubs that a member may hear of.</summary>
public sealed record ClubsAnswer(IReadOnlyList<ClubAnswer> Items);

/// <summary>What tills and shops do with clubs: tell a member's, and answer invitations.</summary>
public static class ClubsApi
{
    private const int LongestCode = 40;

    public static void MapClubs(this RouteGroupBuilder v1)
    {
        v1.MapGroup("/members").WithTags("Clubs").MapGet("/{id:long}/clubs", OfMemberAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("A member's clubs").WithDescription("Those the member is in, those with an invitation that is good, and those that are not hidden.")
            .Produces<ClubsAnswer>().ProducesProblems(404);
        var invitations = v1.MapGroup("/clubs/invitations").WithTags("Clubs");
        invitations.MapPost("/accept", AcceptAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("Accept an invitation by its code").WithDescription("Takes the place if one is left. Told again it changes nothing; an invitation that is over is 409.")
            .Produces<ClubsAnswer>().ProducesProblems(404, 409, 413, 415, 422);
        invitations.MapPost("/decline", DeclineAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("Decline an invitation by its code").WithDescription("Told again it changes nothing.")
            .Produces<ClubsAnswer>().ProducesProblems(404, 409, 413, 415, 422);
    }

    private static async Task<IResult> OfMemberAsync(long id, MemberQueries members, ClubQueries queries, CancellationToken ct) =>
        await members.FindAsync(new MemberKey(MemberKeyKind.Id, id.ToString(CultureInfo.InvariantCulture)), ct) is { } named
            ? Results.Ok(await TellAsync(named, queries, ct))
            : new Rejection("Members.Unknown", id).ToProblem();

    private static Task<IResult> AcceptAsync(InvitationRequest request, ApiCaller caller, AnswerInvitation answers, ClubQueries queries, HttpContext http, CancellationToken ct) =>
        AnswerAsync(request, code => answers.AcceptAsync(caller.Actor, code, reason: null, ct), queries, http, ct);

    private static Task<IResult> DeclineAsync(InvitationRequest request, ApiCaller caller, AnswerInvitation answers, ClubQueries queries, HttpContext http, CancellationToken ct) =>
        AnswerAsync(request, code => answers.DeclineAsync(caller.Actor, code, reason: null, ct), queries, http, ct);

    private static async Task<IResult> AnswerAsync(
        InvitationRequest request, Func<string, Task<Result<AnswerInvitation.Answered>>> answer, ClubQueries queries, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var code = errors.Required("code", request.Code, LongestCode);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return (await answer(code)).Accepted(out var answered, out var rejection)
            ? http.Ok(await TellAsync(answered.MemberId, queries, ct), answered.Replayed)
            : rejection.ToProblem();
    }

    private static async Task<ClubsAnswer> TellAsync(long member, ClubQueries queries, CancellationToken ct) =>
        new([.. (await queries.OfMemberAsync(member, ct)).Select(ClubAnswer.Of)]);
}
