using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.V1.Receipts;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Receipts;

namespace LoyaltyAdmin.Api.V1;

/// <summary>The two-phase form of posting a receipt: set the points aside, take the money, confirm or cancel (R19).</summary>
public static class HoldsApi
{
    public static void MapHolds(this RouteGroupBuilder v1)
    {
        var holds = v1.MapGroup("/holds").WithTags("Holds");
        holds.MapPost("/", PlaceAsync).RequireScope(ApiScope.ReceiptsWrite).ForPartnersToo()
            .WithSummary("Set points aside for a purchase")
            .WithDescription("Decides the purchase as posting it would and keeps the points that pay for it until it is confirmed, cancelled or its time is over. Idempotent by receiptId.")
            .Produces<HoldAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 409, 413, 415, 422);
        holds.MapPost("/{id:long}/confirm", ConfirmAsync).RequireScope(ApiScope.ReceiptsWrite).ForPartnersToo()
            .WithSummary("Post the receipt of a hold")
            .WithDescription("Without a body the receipt is the one that was held; with one, the same receiptId as it was paid. After the hold's time points pay what the balance still allows, and a reason says so. Idempotent.")
            .Accepts<ReceiptRequest>(isOptional: true, "application/json")
            .Produces<ReceiptAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 409, 413, 415, 422);
        holds.MapPost("/{id:long}/cancel", CancelAsync).RequireScope(ApiScope.ReceiptsWrite).ForPartnersToo()
            .WithSummary("Free the points of a hold").WithDescription("Told again it changes nothing. A confirmed hold is 409: return the goods.")
            .Produces<HoldAnswer>().ProducesProblems(404, 409);
        holds.MapGet("/{id:long}", FindAsync).RequireScope(ApiScope.ReceiptsRead).ForPartnersToo()
            .WithSummary("A hold and its state")
            .Produces<HoldAnswer>().ProducesProblems(404);
    }

    private static async Task<IResult> PlaceAsync(
        HoldRequest request, ApiCaller caller, ReceiptReader reader, ReceiptPoster poster, HoldAnswers answers, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var posting = await reader.ReadHoldAsync(request, errors, ct);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var result = await poster.PostAsync(caller.Actor, posting, ct);
        return result.Rejection?.ToProblem()
            ?? http.Created(PathOf(result.Hold!.Id), await answers.TellAsync(result.Hold!, ct), result.Replayed);
    }

    private static async Task<IResult> ConfirmAsync(
        long id, ReceiptRequest? changed, ApiCaller caller, ReceiptReader reader, ReceiptPoster poster, ReceiptAnswers answers, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var sale = changed is null or { ReceiptId: null, Lines: null } ? null : await reader.ReadSaleAsync(changed, errors, ct);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var posting = new ConfirmPosting
        {
            Key = $"hold {id}",
            PayloadHash = "",
            HoldId = id,
            Changed = sale,
            Member = sale?.Member,
            Source = Domain.Receipts.ReceiptSource.Api,
        };
        var result = await poster.PostAsync(caller.Actor, posting, ct);
        return result.Rejection?.ToProblem()
            ?? http.Created(ReceiptPath.Of(PartnerTill.Tell(result.Receipt!.Key, result.Receipt.PartnerId)), await answers.TellAsync(result.Receipt!, ct), result.Replayed);
    }

    private static async Task<IResult> CancelAsync(
        long id, ApiCaller caller, ReceiptPoster poster, HoldAnswers answers, HttpContext http, CancellationToken ct)
    {
        var posting = new CancelPosting { Key = $"hold {id}", PayloadHash = "", HoldId = id, Source = Domain.Receipts.ReceiptSource.Api };
        var result = await poster.PostAsync(caller.Actor, posting, ct);
        return result.Rejection?.ToProblem() ?? http.Ok(await answers.TellAsync(result.Hold!, ct), result.Replayed);
    }

    private static async Task<IResult> FindAsync(long id, ApiCaller caller, FindHold find, HoldAnswers answers, CancellationToken ct) =>
        (await find.ExecuteAsync(caller.Actor, id, ct)).Accepted(out var hold, out var rejection)
            ? Results.Ok(await answers.TellAsync(hold, ct))
            : rejection.ToProblem();

    private static string PathOf(long id) => $"{ApiRegistration.Root}/v1/holds/{id}";
}
