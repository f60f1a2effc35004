using System.Globalization;
using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Joining;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Localization;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Registers members, finds them and tells what is on their accounts.</summary>
public static class MembersApi
{
    private const int UsualPage = 50;

    public static void MapMembersApi(this RouteGroupBuilder v1)
    {
        var members = v1.MapGroup("/members").WithTags("Members");
        members.MapPost("/", RegisterAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("Register a member").WithDescription("Idempotent by externalId. A referral code that cannot be used is told in the answer and does not stop the registration.")
            .Produces<MemberAnswer>(StatusCodes.Status201Created).ProducesProblems(409, 413, 415, 422);
        members.MapGet("/", FindAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("Find a member by one of externalId, card, phone, email")
            .Produces<MemberAnswer>().ProducesProblems(404);
        members.MapGet("/lookup", LookUpAsync).RequireScope(ApiScope.ReceiptsWrite).ForPartnersToo()
            .WithSummary("Who a card, phone, e-mail or external id belongs to, for a till")
            .WithDescription("The name is masked: enough for the cashier to ask back, too little to learn. With the balance.")
            .Produces<MemberLookupAnswer>().ProducesProblems(404, 422);
        members.MapGet("/{id:long}", GetAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("A member")
            .Produces<MemberAnswer>().ProducesProblems(404);
        members.MapGet("/{id:long}/balance", BalanceAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("A member's points").WithDescription("Available is what a till can spend: all of the household's where the member is in one. Expiring are the own available points by their last usable day.")
            .Produces<MemberBalanceAnswer>().ProducesProblems(404);
        members.MapGet("/{id:long}/tier", TierAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("A member's level").WithDescription("What counts so far, what is missing to the next level and to keep this one, and until when. 404 where the program has no levels.")
            .Produces<MemberTierAnswer>().ProducesProblems(404);
        members.MapGet("/{id:long}/entries", EntriesAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("The movements of a member's points, the latest first").WithDescription("Points are above zero when they came, below when they went.")
            .Produces<MemberEntriesAnswer>().ProducesProblems(404);
    }

    private static async Task<IResult> RegisterAsync(
        MemberRequest request, ApiCaller caller, RegisterMember register, UseReferralCode codes, MemberMarks marks, WelcomeMembers welcome, MemberQueries queries,
        HouseholdQueries households, ProgramTimelines timelines, CodeTexts texts, HttpContext http, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var errors = new FieldErrors();
        var registration = MemberReader.Read(request, timeline, errors);
        var (code, said) = (errors.Optional("referralCode", request.ReferralCode, MemberReader.LongestContact), request.Marks?.Read(errors));
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        if (!(await register.ExecuteAsync(caller.Actor, registration, ct)).Accepted(out var registered, out var rejection))
        {
            return rejection.ToProblem();
        }

        if (said is not null)
        {
            await marks.NoteAsync(registered.MemberId, said, ct);
        }

        var referral = code is null ? null : ReferralUseAnswer.Of(await codes.ExecuteAsync(caller.Actor, registered.MemberId, code, null, ct), texts);
        await welcome.WelcomeAsync(caller.Actor.Name, [registered.MemberId], ct);
        var member = await queries.DetailsAsync(registered.MemberId, ct);
        return http.Created($"{ApiRegistration.Root}/v1/members/{registered.MemberId}", MemberAnswer.Of(member!, timeline, await households.OfMemberAsync(member!.Id, ct)) with { Referral = referral }, registered.Replayed);
    }

    private static Task<IResult> FindAsync(
        string? id, string? externalId, string? card, string? phone, string? email,
        MemberQueries queries, HouseholdQueries households, ProgramTimelines timelines, BusinessClock clock, CancellationToken ct) =>
        NamedAsync(
            id, externalId, card, phone, email, queries, timelines, clock,
            async (member, timeline) => Results.Ok(MemberAnswer.Of(member, timeline, await households.OfMemberAsync(member.Id, ct))),
            ct);

    private static Task<IResult> LookUpAsync(
        string? id, string? externalId, string? card, string? phone, string? email, ApiCaller caller,
        MemberQueries queries, HouseholdQueries households, TierQueries tiers, SubscriptionQueries plans, ClubQueries clubs, ProgramTimelines timelines, BusinessClock clock, CancellationToken ct) =>
        caller.Actor.Partner is { HasLeft: true } left
            ? Task.FromResult<IResult>(new Rejection("Receipts.PartnerClosed", left.Key).ToProblem())
            : NamedAsync(
                id, externalId, card, phone, email, queries, timelines, clock,
                async (member, timeline) => await queries.BalanceAsync(member.Id, clock.UtcNow, ct) is { } balance
                    ? Results.Ok(MemberLookupAnswer.Of(
                        member, balance, await households.OfMemberAsync(member.Id, ct), timeline.Program, await tiers.StandingAsync(member.Id, ct), await plans.NamesAsync(member.Id, ct), await clubs.NamesAsync(member.Id, ct)))
                    : Unknown(member.Id),
                ct);

    /// <summary>Tells of the member who goes by one name.</summary>
    private static async Task<IResult> NamedAsync(
        string? id, string? externalId, string? card, string? phone, string? email,
        MemberQueries queries, ProgramTimelines timelines, BusinessClock clock, Func<MemberDetails, ProgramTimeline, Task<IResult>> tell, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var errors = new FieldErrors();
        var key = MemberReader.ReadKey(id, externalId, card, phone, email, timeline, clock.UtcNow, errors);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return await queries.FindAsync(key, ct) is { } memberId && await queries.DetailsAsync(memberId, ct) is { } member
            ? await tell(member, timeline)
            : Unknown(key.Value);
    }

    private static async Task<IResult> GetAsync(long id, MemberQueries queries, HouseholdQueries households, ProgramTimelines timelines, CancellationToken ct) =>
        await SurvivorAsync(id, queries, ct) is { } named && await queries.DetailsAsync(named, ct) is { } member
            ? Results.Ok(MemberAnswer.Of(member, await timelines.GetAsync(ct), await households.OfMemberAsync(named, ct)))
            : Unknown(id);

    private static async Task<IResult> BalanceAsync(
        long id, MemberQueries queries, HouseholdQueries households, TierQueries tiers, ProgramTimelines timelines, BusinessClock clock, CancellationToken ct) =>
        await SurvivorAsync(id, queries, ct) is { } named && await queries.BalanceAsync(named, clock.UtcNow, ct) is { } balance
            ? Results.Ok(MemberBalanceAnswer.Of(named, balance, await households.OfMemberAsync(named, ct), (await timelines.GetAsync(ct)).Program, await tiers.StandingAsync(named, ct)))
            : Unknown(id);

    private static async Task<IResult> TierAsync(long id, MemberQueries queries, TierQueries tiers, CancellationToken ct) =>
        await SurvivorAsync(id, queries, ct) is { } named && await tiers.StandingAsync(named, ct) is { } standing
            ? Results.Ok(MemberTierAnswer.Of(standing))
            : Unknown(id);

    private static async Task<IResult> EntriesAsync(
        long id, int? skip, int? take, MemberQueries queries, MemberHistoryQueries history, EntryWords words, ProgramTimelines timelines, CancellationToken ct)
    {
        if (await SurvivorAsync(id, queries, ct) is not { } named)
        {
            return Unknown(id);
        }

        var page = await history.EntriesAsync(named, new PageRequest(skip ?? 0, take ?? UsualPage), ct);
        return Results.Ok(MemberEntriesAnswer.Of(page, words, await timelines.GetAsync(ct)));
    }

    /// <summary>The member of a number, or who stands for it since they were merged.</summary>
    private static Task<long?> SurvivorAsync(long id, MemberQueries queries, CancellationToken ct) =>
        queries.FindAsync(new MemberKey(MemberKeyKind.Id, id.ToString(CultureInfo.InvariantCulture)), ct);

    private static ApiProblem Unknown(object name) => new Rejection("Members.Unknown", name).ToProblem();
}
