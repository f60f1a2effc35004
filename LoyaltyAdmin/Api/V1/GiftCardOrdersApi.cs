using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.V1.Receipts;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Orders of gift cards, and what the delivery partner tells of them.</summary>
public static class GiftCardOrdersApi
{
    private const int LongestNews = 16 * 1024;

    public static void MapGiftCardOrders(this RouteGroupBuilder v1)
    {
        var orders = v1.MapGroup("/gift-card-orders").WithTags("Gift cards");
        orders.MapPost("/", PlaceAsync).RequireScope(ApiScope.GiftCardsWrite)
            .WithSummary("Order gift cards")
            .WithDescription("Virtual ones are ready once paid, plastic ones go to the address through the delivery partner. Idempotent by orderId; the same order with paid pays it.")
            .Produces<GiftCardOrderAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 409, 413, 415, 422);
        orders.MapGet("/{id:long}", FindAsync).RequireScope(ApiScope.GiftCardsWrite)
            .WithSummary("An order of gift cards and how far it is")
            .Produces<GiftCardOrderAnswer>().ProducesProblems(404);
    }

    /// <summary>The partner has no key: it signs. So its address stands outside of the group that asks for keys.</summary>
    public static void MapDeliveryNews(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost($"{ApiRegistration.Root}/v1/gift-card-orders/{{id:long}}/delivery", HearAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> PlaceAsync(
        GiftCardOrderRequest request, ApiCaller caller, PlaceGiftCardOrder orders, GiftCardOrderQueries queries, HttpContext http, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var plan = new GiftCardOrderPlan
        {
            Key = errors.Required("orderId", request.OrderId, ReceiptReader.LongestKey),
            SeriesId = request.Series ?? 0,
            Amount = request.Amount is null ? null : errors.Optional("amount", request.Amount, 2),
            Count = request.Count ?? 1,
            Buyer = errors.Required("buyer", request.Buyer, GiftCardOrder.LongestName),
            BuyerContact = errors.Required("buyerContact", request.BuyerContact, GiftCardOrder.LongestName),
            Recipient = errors.Optional("recipient", request.Recipient, GiftCardOrder.LongestName) ?? "",
            RecipientPhone = errors.Optional("recipientPhone", request.RecipientPhone, GiftCardOrder.LongestName) ?? "",
            Address = errors.Optional("address", request.Address, GiftCardOrder.LongestAddress) ?? "",
            GivenBy = errors.Optional("from", request.From, GiftCard.LongestName) ?? "",
            GivenTo = errors.Optional("to", request.To, GiftCard.LongestName) ?? "",
            Words = request.Words?.ReplaceLineEndings("\n").Trim() ?? "",
            Channel = errors.Optional("channel", request.Channel, 50),
            IsPaid = request.Paid ?? false,
        };
        if (request.Series is null)
        {
            errors.Add("series", "Api.Required");
        }

        if (errors.Any)
        {
            return errors.ToProblem();
        }

        if (!(await orders.ExecuteAsync(caller.Actor, plan, ct)).Accepted(out var placed, out var rejection))
        {
            return rejection.ToProblem();
        }

        return http.Created(
            $"{ApiRegistration.Root}/v1/gift-card-orders/{placed.Id}", GiftCardOrderAnswer.Of((await queries.DetailsAsync(caller.Actor, placed.Id, ct))!), placed.Replayed);
    }

    private static async Task<IResult> FindAsync(long id, ApiCaller caller, GiftCardOrderQueries queries, CancellationToken ct) =>
        await queries.DetailsAsync(caller.Actor, id, ct) is { } details
            ? Results.Ok(GiftCardOrderAnswer.Of(details))
            : new Rejection("GiftCards.OrderUnknown", id).ToProblem();

    private static async Task<IResult> HearAsync(long id, HttpContext http, DeliveryPartners partners, FollowGiftCardOrder orders, BusinessClock clock, CancellationToken ct)
    {
        if (http.Request.ContentLength is null or > LongestNews)
        {
            return new ApiProblem(StatusCodes.Status413PayloadTooLarge, new Rejection("Api.TooLarge", LongestNews));
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(ct);
        if (await partners.FindAsync(ct) is not { } partner
            || !DeliverySignature.IsRight(
                partner.Secret, http.Request.Headers[DeliverySignature.TimeHeader], body, http.Request.Headers[DeliverySignature.Header], clock.UtcNow))
        {
            return new ApiProblem(StatusCodes.Status401Unauthorized, new Rejection("GiftCards.SignatureWrong"));
        }

        if (Read(body) is not { } news || news.Id != id || !Enum.TryParse<GiftCardOrderStatus>(news.Status, ignoreCase: true, out var status) || !Enum.IsDefined(status))
        {
            return new ApiProblem(StatusCodes.Status400BadRequest, new Rejection("GiftCards.DeliveryNewsInvalid"));
        }

        return (await orders.ReportAsync("delivery-partner", id, status, news.Tracking, news.Note ?? "", ct)).Accepted(out var changed, out var rejection)
            ? Results.Ok(new { changed })
            : rejection.ToProblem();
    }

    private static News? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<News>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The order's number is in the signed body, so that news of one order are not told of another.</summary>
    private sealed record News(long Id, string? Status, string? Tracking, string? Note);
}

/// <summary>Gift cards to order.</summary>
public sealed record GiftCardOrderRequest
{
    [Required, MaxLength(ReceiptReader.LongestKey)]
    [Description("The shop's own name of the order. The same content under it again gives the same order, other content is 409.")]
    public string? OrderId { get; init; }

    [Required, Description("Number of the series.")]
    public long? Series { get; init; }

    [Description("What each card is worth, where the buyer chooses; else the nominal of the series.")]
    public decimal? Amount { get; init; }

    [Description("How many cards; 1 when not given.")]
    public int? Count { get; init; }

    [Required, MaxLength(GiftCardOrder.LongestName)]
    public string? Buyer { get; init; }

    [Required, MaxLength(GiftCardOrder.LongestName), Description("A phone or an e-mail.")]
    public string? BuyerContact { get; init; }

    [MaxLength(GiftCardOrder.LongestName), Description("Who gets the parcel; needed for plastic cards, as are recipientPhone and address.")]
    public string? Recipient { get; init; }

    [MaxLength(GiftCardOrder.LongestName)]
    public string? RecipientPhone { get; init; }

    [MaxLength(GiftCardOrder.LongestAddress)]
    public string? Address { get; init; }

    [MaxLength(GiftCard.LongestName)]
    public string? From { get; init; }

    [MaxLength(GiftCard.LongestName)]
    public string? To { get; init; }

    [MaxLength(GiftCard.LongestWords), Description("The giver's words.")]
    public string? Words { get; init; }

    [MaxLength(50)]
    public string? Channel { get; init; }

    [Description("Whether the money is there: the cards are sold then.")]
    public bool? Paid { get; init; }
}

/// <summary>An order of gift cards.</summary>
public sealed record GiftCardOrderAnswer
{
    public required long Id { get; init; }

    public required string OrderId { get; init; }

    /// <summary>new, paid, ready, handedOver, onTheWay, delivered, returned or cancelled.</summary>
    public required GiftCardOrderStatus Status { get; init; }

    /// <summary>The partner's number of the parcel; null until there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Tracking { get; init; }

    /// <summary>Codes of the cards that were sold; none until it is paid.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    internal static GiftCardOrderAnswer Of(GiftCardOrderDetails details) => new()
    {
        Id = details.Order.Id,
        OrderId = details.Order.Key,
        Status = details.Order.Status,
        Tracking = details.Order.Tracking.Length > 0 ? details.Order.Tracking : null,
        Codes = [.. details.Cards.Select(c => c.Code)],
    };
}
