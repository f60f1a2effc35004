using System.Security.Cryptography;
using System.Text.Json;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>An order of gift cards as a shop or the staff brings it.</summary>
public sealed record GiftCardOrderPlan
{
    public required string Key { get; init; }

    public long SeriesId { get; init; }

    /// <summary>In units of currency; null for the nominal of the series.</summary>
    public decimal? Amount { get; init; }

    public int Count { get; init; } = 1;

    public string Buyer { get; init; } = "";

    public string BuyerContact { get; init; } = "";

    public string Recipient { get; init; } = "";

    public string RecipientPhone { get; init; } = "";

    public string Address { get; init; } = "";

    public string GivenBy { get; init; } = "";

    public string GivenTo { get; init; } = "";

    public string Words { get; init; } = "";

    public string? Channel { get; init; }

    /// <summary>Whether the money is there already.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Tells a repetition from another order under the same key.</summary>
    public string Hash() => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this with { IsPaid = false })));

    /// <summary>The first thing that is wrong with it for a series, or null.</summary>
    public Rejection? Check(GiftCardSeries series) =>
        Missing("buyer", Buyer, GiftCardOrder.LongestName)
        ?? Missing("buyerContact", BuyerContact, GiftCardOrder.LongestName)
        ?? (Count is < 1 or > GiftCardOrder.MostCards ? new Rejection("GiftCards.OrderCountOutOfRange", GiftCardOrder.MostCards) { Field = "count" } : null)
        ?? (Amount is { } amount && (amount is <= 0 or > GiftCardSeriesPlan.Greatest || decimal.Round(amount, 2) != amount)
            ? new Rejection("GiftCards.AmountOutOfRange", 0.01m, GiftCardSeriesPlan.Greatest) { Field = "amount" }
            : series.Admits(Money.Of(Amount ?? series.Nominal.Amount)))
        ?? (series.IsVirtual ? null
            : Missing("recipient", Recipient, GiftCardOrder.LongestName)
                ?? Missing("recipientPhone", RecipientPhone, GiftCardOrder.LongestName)
                ?? Missing("address", Address, GiftCardOrder.LongestAddress))
        ?? TooLong("from", GivenBy, GiftCard.LongestName)
        ?? TooLong("to", GivenTo, GiftCard.LongestName)
        ?? TooLong("words", Words, GiftCard.LongestWords);

    private static Rejection? Missing(string field, string text, int longest) =>
        text.Trim().Length == 0 ? new Rejection("GiftCards.FieldMissing") { Field = field } : TooLong(field, text, longest);

    private static Rejection? TooLong(string field, string text, int longest) =>
        text.Trim().Length > longest ? new Rejection("GiftCards.TooLong", longest) { Field = field } : null;
}
