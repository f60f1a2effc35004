using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.V1.Receipts;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.GiftCards;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Gift cards outside of receipts: what is on one, selling one, blocking one (R17).</summary>
public static class GiftCardsApi
{
    public static void MapGiftCards(this RouteGroupBuilder v1)
    {
        var cards = v1.MapGroup("/gift-cards").WithTags("Gift cards");
        cards.MapPost("/lookup", LookUpAsync).RequireScope(ApiScope.ReceiptsWrite)
            .WithSummary("What is on a gift card").WithDescription("A card with a secret number is opened by it; five wrong ones in a row block the card.")
            .Produces<GiftCardAnswer>().ProducesProblems(404, 413, 415, 422);
        cards.MapPost("/", SellAsync).RequireScope(ApiScope.GiftCardsWrite)
            .WithSummary("Sell a gift card without a receipt")
            .WithDescription("For web shops that took the money: of a virtual series, or a plastic card by its code. Idempotent by operationId.")
            .Produces<SoldGiftCardAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 409, 413, 415, 422);
        cards.MapPost("/block", BlockAsync).RequireScope(ApiScope.GiftCardsWrite)
            .WithSummary("Block a gift card").WithDescription("Its money stays; people of the staff unblock it. Told again it changes nothing.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblems(404, 409, 413, 415, 422);
    }

    private static async Task<IResult> LookUpAsync(GiftCardLookup request, ApiCaller caller, LookUpGiftCard lookUp, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var code = GiftCardParts.Code("code", request.Code, errors);
        var pin = errors.Optional("pin", request.Pin, 10);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return (await lookUp.ExecuteAsync(caller.Actor, code, pin, ct)).Accepted(out var seen, out var rejection)
            ? Results.Ok(new GiftCardAnswer
            {
                Code = GiftCard.Mask(seen.Card.Code),
                Status = seen.Status,
                Nominal = seen.Card.Nominal.Amount,
                Balance = seen.Card.Balance.Amount,
                Available = seen.Available.Amount,
                LastDay = seen.LastDay,
            })
            : rejection.ToProblem();
    }

    private static async Task<IResult> SellAsync(GiftCardSaleRequest request, ApiCaller caller, SellGiftCard sell, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var sale = new GiftCardSale
        {
            OperationId = errors.Required("operationId", request.OperationId, ReceiptReader.LongestKey),
            SeriesId = request.Series,
            Code = request.Code is null ? null : GiftCardParts.Code("code", request.Code, errors),
            Amount = request.Amount is null ? null : errors.Optional("amount", request.Amount, 2),
            GivenBy = errors.Optional("from", request.From, GiftCard.LongestName) ?? "",
            GivenTo = errors.Optional("to", request.To, GiftCard.LongestName) ?? "",
            Words = Words(request.Words),
            Store = errors.Optional("store", request.Store, 64) ?? "",
            Channel = errors.Optional("channel", request.Channel, 50),
        };
        if (request.Series is null && request.Code is null)
        {
            errors.Add("series", "Api.Required");
        }

        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return (await sell.ExecuteAsync(caller.Actor, sale, ct)).Accepted(out var sold, out var rejection)
            ? http.Created($"{ApiRegistration.Root}/v1/gift-cards/{sold.Card.Id}", SoldGiftCardAnswer.Of(sold), sold.Replayed)
            : rejection.ToProblem();
    }

    private static async Task<IResult> BlockAsync(GiftCardBlocking request, ApiCaller caller, GiftCardDeeds deeds, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var code = GiftCardParts.Code("code", request.Code, errors);
        var reason = errors.Required("reason", request.Reason, 1000);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return await deeds.BlockAsync(caller.Actor, code, reason, ct) is { } rejection ? rejection.ToProblem() : Results.NoContent();
    }

    /// <summary>The giver's words may have lines.</summary>
    private static string Words(string? words) => words?.ReplaceLineEndings("\n").Trim() ?? "";
}
