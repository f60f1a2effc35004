using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.V1.Receipts;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Makes households, tells of them, and changes who belongs to them.</summary>
public static class HouseholdsApi
{
    public static void MapHouseholds(this RouteGroupBuilder v1)
    {
        var households = v1.MapGroup("/households").WithTags("Households");
        households.MapPost("/", MakeAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("Make a household").WithDescription("Its members spend their points as one; each keeps the own account. Told again with the same members it finds the one that was made. Who is in another one is 409.")
            .Produces<HouseholdAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 409, 413, 415, 422);
        households.MapGet("/{id:int}", GetAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("A household")
            .Produces<HouseholdAnswer>().ProducesProblems(404);
        households.MapPost("/{id:int}/members", JoinAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("Bring a member into a household").WithDescription("Told again it changes nothing. Who is in another one is 409.")
            .Produces<HouseholdAnswer>().ProducesProblems(404, 409, 413, 415, 422);
        households.MapDelete("/{id:int}/members/{memberId:long}", LeaveAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("Take a member out of a household").WithDescription("The member keeps what is left of the own points. Told again it changes nothing; the last who leaves ends the household.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblems(404);
    }

    private static async Task<IResult> MakeAsync(
        HouseholdRequest request, ApiCaller caller, MakeHousehold make, HouseholdQueries queries, MemberQueries members, ProgramTimelines timelines, BusinessClock clock,
        HttpContext http, CancellationToken ct)
    {
        var (timeline, errors) = (await timelines.GetAsync(ct), new FieldErrors());
        var named = new List<MemberKey?> { Read(request.Head, "head", timeline, clock, errors) };
        var others = request.Members ?? [];
        if (others.Count > JoiningConditions.MostInHousehold)
        {
            errors.Add("members", "Api.TooMany", JoiningConditions.MostInHousehold);
        }

        named.AddRange(others.Take(JoiningConditions.MostInHousehold).Select((member, i) => Read(member, $"members[{i}]", timeline, clock, errors)));
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var ids = new List<long>();
        foreach (var key in named.OfType<MemberKey>())
        {
            if (await members.FindAsync(key, ct) is not { } id)
            {
                return Unknown(key);
            }

            ids.Add(id);
        }

        return (await make.ExecuteAsync(caller.Actor, ids[0], ids.Skip(1), ct)).Accepted(out var made, out var rejection)
            ? await TellAsync(made.HouseholdId, household => http.Created(PathOf(made.HouseholdId), household, made.Replayed), queries, timeline, ct)
            : rejection.ToProblem();
    }

    private static async Task<IResult> GetAsync(int id, HouseholdQueries queries, ProgramTimelines timelines, CancellationToken ct) =>
        await TellAsync(id, Results.Ok, queries, await timelines.GetAsync(ct), ct);

    private static async Task<IResult> JoinAsync(
        int id, HouseholdMemberRequest request, ApiCaller caller, JoinHousehold join, HouseholdQueries queries, MemberQueries members, ProgramTimelines timelines,
        BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var (timeline, errors) = (await timelines.GetAsync(ct), new FieldErrors());
        var key = Read(request.Member, "member", timeline, clock, errors);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        if (await members.FindAsync(key!.Value, ct) is not { } member)
        {
            return Unknown(key.Value);
        }

        return (await join.ExecuteAsync(caller.Actor, id, member, ct)).Accepted(out var joined, out var rejection)
            ? await TellAsync(id, household => http.Ok(household, joined.Replayed), queries, timeline, ct)
            : rejection.ToProblem();
    }

    private static async Task<IResult> LeaveAsync(int id, long memberId, ApiCaller caller, LeaveHousehold leave, HttpContext http, CancellationToken ct)
    {
        if (!(await leave.ExecuteAsync(caller.Actor, id, memberId, reason: null, ct)).Accepted(out var left, out var rejection))
        {
            return rejection.ToProblem();
        }

        http.Mark(left.Replayed);
        return Results.NoContent();
    }

    /// <summary>Answers with a household, unless it is gone by then.</summary>
    private static async Task<IResult> TellAsync(int id, Func<HouseholdAnswer, IResult> tell, HouseholdQueries queries, ProgramTimeline timeline, CancellationToken ct) =>
        await queries.DetailsAsync(id, ct) is { } household ? tell(HouseholdAnswer.Of(household, timeline)) : new Rejection("Households.Unknown", id).ToProblem();

    private static MemberKey? Read(MemberReference? member, string place, ProgramTimeline timeline, BusinessClock clock, FieldErrors errors)
    {
        if (member is null)
        {
            errors.Add(place, "Api.Required");
        }

        return MemberNaming.Read(member, timeline, clock.UtcNow, errors, place);
    }

    private static ApiProblem Unknown(MemberKey key) => new Rejection("Members.Unknown", key.Value).ToProblem();

    private static string PathOf(int id) => $"{ApiRegistration.Root}/v1/households/{id}";
}
