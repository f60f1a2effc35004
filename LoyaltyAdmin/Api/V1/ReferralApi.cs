using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Referrals;

namespace LoyaltyAdmin.Api.V1;

/// <summary>A member's code and friends, and the use of another's code.</summary>
public static class ReferralApi
{
    private const int LongestText = 500;

    public static void MapReferralApi(this RouteGroupBuilder v1)
    {
        var members = v1.MapGroup("/members").WithTags("Members");
        members.MapGet("/{id:long}/referral", GetAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("A member's code for friends, and what became of the friends")
            .WithDescription("The code is made with the first call. 404 where the program does not reward bringing friends.")
            .Produces<MemberReferralAnswer>().ProducesProblems(404);
        members.MapPost("/{id:long}/referral", UseAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("Note by whose code a member came")
            .WithDescription("For who is registered already and has not bought yet. The same code again changes nothing; a code that cannot be used is refused with its reason.")
            .Produces<ReferralUseAnswer>().ProducesProblems(404, 422);
    }

    private static async Task<IResult> GetAsync(
        long id, ApiCaller caller, MemberQueries members, ReferralCodes codes, ReferralQueries queries, ProgramTimelines timelines, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        if (await SurvivorAsync(id, members, ct) is not { } named || await queries.OfMemberAsync(named, ct) is not { } referral)
        {
            return new Rejection("Members.Unknown", id).ToProblem();
        }

        if (!referral.Terms.Enabled && referral.Code is null)
        {
            return new Rejection("Referrals.Unknown").ToProblem();
        }

        var code = referral.Code ?? (await codes.EnsureAsync(caller.Actor, named, ct))!;
        return Results.Ok(MemberReferralAnswer.Of(referral, code, timeline.Program));
    }

    private static async Task<IResult> UseAsync(
        long id, ReferralUseRequest request, ApiCaller caller, UseReferralCode use, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var code = errors.Optional("code", request.Code, LongestText);
        var marks = request.Marks?.Read(errors);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return (await use.ExecuteAsync(caller.Actor, id, code, marks, ct)).Accepted(out var used, out var rejection)
            ? Results.Ok(new ReferralUseAnswer(ReferralUseStatus.Accepted, null, null, used.Replayed))
            : rejection.ToProblem();
    }

    private static Task<long?> SurvivorAsync(long id, MemberQueries queries, CancellationToken ct) =>
        queries.FindAsync(new MemberKey(MemberKeyKind.Id, id.ToString(System.Globalization.CultureInfo.InvariantCulture)), ct);
}
