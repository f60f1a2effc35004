using System.Globalization;
using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Subscriptions;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Shops and tills report what happens to subscriptions: begun, paid, cancelled, given back (R17).</summary>
public static class SubscriptionsApi
{
    private const int LongestName = 100;

    public static void MapSubscriptions(this RouteGroupBuilder v1)
    {
        var members = v1.MapGroup("/members").WithTags("Subscriptions");
        members.MapGet("/{id:long}/subscriptions", OfMemberAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("A member's subscriptions").WithDescription("State, paid through, saved so far against what was paid; those that are over too.")
            .Produces<SubscriptionsAnswer>().ProducesProblems(404);
        members.MapPost("/{id:long}/subscriptions", StartAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("Begin a subscription").WithDescription("For nothing, paid, or both. A member has one open subscription to a plan: a second one is 409. Idempotent by operationId.")
            .Produces<SubscriptionAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 409, 413, 415, 422);
        var subscriptions = v1.MapGroup("/subscriptions").WithTags("Subscriptions");
        subscriptions.MapGet("/{id:long}", FindAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("A subscription")
            .Produces<SubscriptionAnswer>().ProducesProblems(404);
        subscriptions.MapPost("/{id:long}/payments", PayAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("Report a payment for one period").WithDescription("From the end of what is paid, or from the payment on where that is over. It takes a cancellation back. Idempotent by operationId.")
            .Produces<SubscriptionAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 409, 413, 415, 422);
        subscriptions.MapPost("/{id:long}/cancel", CancelAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("End the renewal of a subscription").WithDescription("The benefits last to the end of what is paid; past due they end at once. Told again it changes nothing.")
            .Accepts<SubscriptionCancelRequest>(isOptional: true, "application/json")
            .Produces<SubscriptionAnswer>().ProducesProblems(404, 409, 413, 415, 422);
        subscriptions.MapPost("/{id:long}/refunds", RefundAsync).RequireScope(ApiScope.MembersWrite)
            .WithSummary("Report money given back for a payment").WithDescription("The benefits end at once or after the last day named, and it is not renewed. Idempotent by operationId.")
            .Produces<SubscriptionAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 409, 413, 415, 422);
    }

    private static async Task<IResult> OfMemberAsync(long id, MemberQueries members, SubscriptionQueries queries, ProgramTimelines timelines, CancellationToken ct)
    {
        if (await members.FindAsync(new MemberKey(MemberKeyKind.Id, id.ToString(CultureInfo.InvariantCulture)), ct) is not { } named)
        {
            return new Rejection("Members.Unknown", id).ToProblem();
        }

        var timeline = await timelines.GetAsync(ct);
        return Results.Ok(new SubscriptionsAnswer([.. (await queries.OfMemberAsync(named, ct)).Select(s => SubscriptionAnswer.Of(s, timeline))]));
    }

    private static async Task<IResult> FindAsync(long id, SubscriptionQueries queries, ProgramTimelines timelines, CancellationToken ct) =>
        await queries.FindAsync(id, ct) is { } found
            ? Results.Ok(SubscriptionAnswer.Of(found, await timelines.GetAsync(ct)))
            : new Rejection("Subscriptions.Unknown", id).ToProblem();

    private static async Task<IResult> StartAsync(
        long id, SubscriptionRequest request, ApiCaller caller, StartSubscription start, SubscriptionQueries queries, ProgramTimelines timelines, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var timeline = await timelines.GetAsync(ct);
        var order = new StartOrder
        {
            MemberId = id,
            OperationId = errors.Required("operationId", request.OperationId, LongestName),
            Plan = errors.Required("plan", request.Plan, LongestName),
            Trial = request.Trial ?? false,
            Amount = request.Amount is null ? null : Money.Of(errors.Optional("amount", request.Amount, 2)),
            At = request.At?.ToUtc(timeline),
        };
        return errors.Any
            ? errors.ToProblem()
            : await TellAsync(await start.ExecuteAsync(caller.Actor, order, ct), queries, timelines, (answer, replayed) => http.Created(PathOf(answer.Id), answer, replayed), ct);
    }

    private static async Task<IResult> PayAsync(
        long id, SubscriptionPaymentRequest request, ApiCaller caller, PaySubscription pay, SubscriptionQueries queries, ProgramTimelines timelines, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var timeline = await timelines.GetAsync(ct);
        var order = new PaymentOrder
        {
            SubscriptionId = id,
            OperationId = errors.Required("operationId", request.OperationId, LongestName),
            Amount = Money.Of(errors.Required("amount", request.Amount, 2)),
            At = request.At?.ToUtc(timeline),
        };
        return errors.Any
            ? errors.ToProblem()
            : await TellAsync(await pay.ExecuteAsync(caller.Actor, order, ct), queries, timelines, (answer, replayed) => http.Created(PathOf(answer.Id), answer, replayed), ct);
    }

    private static async Task<IResult> CancelAsync(
        long id, SubscriptionCancelRequest? request, ApiCaller caller, CancelSubscription cancel, SubscriptionQueries queries, ProgramTimelines timelines, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var timeline = await timelines.GetAsync(ct);
        var order = new CancelOrder
        {
            SubscriptionId = id,
            OperationId = errors.Optional("operationId", request?.OperationId, LongestName),
            At = request?.At?.ToUtc(timeline),
        };
        return errors.Any
            ? errors.ToProblem()
            : await TellAsync(await cancel.ExecuteAsync(caller.Actor, order, ct), queries, timelines, (answer, replayed) => http.Ok(answer, replayed), ct);
    }

    private static async Task<IResult> RefundAsync(
        long id, SubscriptionRefundRequest request, ApiCaller caller, RefundSubscription refund, SubscriptionQueries queries, ProgramTimelines timelines, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var timeline = await timelines.GetAsync(ct);
        var order = new RefundOrder
        {
            SubscriptionId = id,
            OperationId = errors.Required("operationId", request.OperationId, LongestName),
            Payment = errors.Optional("payment", request.Payment, LongestName),
            Amount = Money.Of(errors.Required("amount", request.Amount, 2)),
            LastDay = request.LastDay,
            At = request.At?.ToUtc(timeline),
        };
        return errors.Any
            ? errors.ToProblem()
            : await TellAsync(await refund.ExecuteAsync(caller.Actor, order, ct), queries, timelines, (answer, replayed) => http.Created(PathOf(answer.Id), answer, replayed), ct);
    }

    private static async Task<IResult> TellAsync(
        Result<SubscriptionDone> result, SubscriptionQueries queries, ProgramTimelines timelines, Func<SubscriptionAnswer, bool, IResult> tell, CancellationToken ct) =>
        result.Accepted(out var done, out var rejection)
            ? tell(SubscriptionAnswer.Of((await queries.FindAsync(done.SubscriptionId, ct))!, await timelines.GetAsync(ct)), done.Replayed)
            : rejection.ToProblem();

    private static string PathOf(long id) => $"{ApiRegistration.Root}/v1/subscriptions/{id}";
}
