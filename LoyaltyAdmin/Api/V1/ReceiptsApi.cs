using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.V1.Receipts;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Receipts;

namespace LoyaltyAdmin.Api.V1;

/// <summary>What a till does with receipts: ask, post, take back, look up.</summary>
public static class ReceiptsApi
{
    public static void AddReceiptsApi(this IServiceCollection services)
    {
        services.AddSingleton<ReceiptReader>();
        services.AddSingleton<ReceiptAnswers>();
        services.AddSingleton<HoldAnswers>();
        services.AddSingleton<JournalReader>();
        services.AddSingleton<JournalAnswers>();
    }

    public static void MapReceipts(this RouteGroupBuilder v1)
    {
        var receipts = v1.MapGroup("/receipts").WithTags("Receipts");
        receipts.MapPost("/quote", QuoteAsync).RequireScope(ApiScope.ReceiptsWrite).ForPartnersToo()
            .WithSummary("What a purchase would earn and cost").WithDescription("Changes nothing.")
            .Produces<QuoteAnswer>().ProducesProblems(404, 413, 415);
        receipts.MapPost("/", PostAsync).RequireScope(ApiScope.ReceiptsWrite).ForPartnersToo()
            .WithSummary("Post a purchase").WithDescription("Idempotent by receiptId.")
            .Produces<ReceiptAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 409, 413, 415, 422);
        receipts.MapPost("/{receiptId}/returns", ReturnAsync).RequireScope(ApiScope.ReceiptsWrite).ForPartnersToo()
            .WithSummary("Take goods of a receipt back").WithDescription("Idempotent by returnId.")
            .Produces<ReturnAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 409, 413, 415, 422);
        receipts.MapPost("/{receiptId}/activate", ActivateAsync).RequireScope(ApiScope.ReceiptsWrite).ForPartnersToo()
            .WithSummary("The event that a receipt's points waited for has come")
            .WithDescription("For programs whose points activate on an event, such as delivered or paid. Told again it changes nothing.")
            .Produces<ActivationAnswer>().ProducesProblems(404);
        receipts.MapGet("/{receiptId}", FindAsync).RequireScope(ApiScope.ReceiptsRead).ForPartnersToo()
            .WithSummary("A receipt as it was posted")
            .Produces<ReceiptAnswer>().ProducesProblems(404);
    }

    private static async Task<IResult> QuoteAsync(
        QuoteRequest request, ApiCaller caller, ReceiptReader reader, QuoteReceipt quote, ReceiptAnswers answers, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var (draft, member) = await reader.ReadQuoteAsync(request, errors, ct);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return (await quote.ExecuteAsync(caller.Actor, draft, member, ct)).Accepted(out var quoted, out var rejection)
            ? Results.Ok(await answers.TellAsync(quoted, ct))
            : rejection.ToProblem();
    }

    private static async Task<IResult> PostAsync(
        ReceiptRequest request, ApiCaller caller, ReceiptReader reader, ReceiptPoster poster, ReceiptAnswers answers, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var posting = await reader.ReadSaleAsync(request, errors, ct);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var result = await poster.PostAsync(caller.Actor, posting, ct);
        return result.Rejection?.ToProblem()
            ?? http.Created(ReceiptPath.Of(posting.Key), await answers.TellAsync(result.Receipt!, ct), result.Replayed);
    }

    private static async Task<IResult> ReturnAsync(
        string receiptId, ReturnRequest request, ApiCaller caller, ReceiptReader reader, ReceiptPoster poster, ReceiptAnswers answers, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var posting = await reader.ReadReturnAsync(ReceiptPath.KeyOf(receiptId), request, errors, ct);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var result = await poster.PostAsync(caller.Actor, posting, ct);
        return result.Rejection?.ToProblem()
            ?? http.Created(ReceiptPath.Of(posting.ReceiptKey!), await answers.TellAsync(result.Return!, posting.ReceiptKey!, ct), result.Replayed);
    }

    private static async Task<IResult> FindAsync(
        string receiptId, ApiCaller caller, FindReceipt find, ReceiptAnswers answers, CancellationToken ct) =>
        (await find.ExecuteAsync(caller.Actor, ReceiptPath.KeyOf(receiptId), ct)).Accepted(out var receipt, out var rejection)
            ? Results.Ok(await answers.TellAsync(receipt, ct))
            : rejection.ToProblem();

    private static async Task<IResult> ActivateAsync(
        string receiptId, ApiCaller caller, ActivateReceipt activate, ReceiptAnswers answers, CancellationToken ct) =>
        (await activate.ExecuteAsync(caller.Actor, ReceiptPath.KeyOf(receiptId), ct)).Accepted(out var activated, out var rejection)
            ? Results.Ok(await answers.TellAsync(activated, ct))
            : rejection.ToProblem();
}
