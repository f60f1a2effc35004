using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>A card that is to be sold outside of a receipt.</summary>
public sealed record GiftCardSale
{
    /// <summary>The shop's own name of the sale: the same again answers with the same card.</summary>
    public required string OperationId { get; init; }

    /// <summary>Null where the code says which card it is.</summary>
    public long? SeriesId { get; init; }

    /// <summary>The plastic card that is sold; null for a virtual one.</summary>
    public string? Code { get; init; }

    /// <summary>Whether any unsold card of a plastic series serves, as for a parcel that is packed afterwards.</summary>
    public bool FromStock { get; init; }

    /// <summary>In units of currency; null for the nominal of the series.</summary>
    public decimal? Amount { get; init; }

    public string GivenBy { get; init; } = "";

    public string GivenTo { get; init; } = "";

    public string Words { get; init; } = "";

    public string Store { get; init; } = "";

    public string? Channel { get; init; }

    /// <summary>The first thing that is wrong with it, or null.</summary>
    public Rejection? Check() =>
        Amount is { } amount && (amount is <= 0 or > GiftCardSeriesPlan.Greatest || decimal.Round(amount, 2) != amount)
            ? new Rejection("GiftCards.AmountOutOfRange", 0.01m, GiftCardSeriesPlan.Greatest) { Field = "amount" }
        : GivenBy.Trim().Length > GiftCard.LongestName ? new Rejection("GiftCards.TooLong", GiftCard.LongestName) { Field = "from" }
        : GivenTo.Trim().Length > GiftCard.LongestName ? new Rejection("GiftCards.TooLong", GiftCard.LongestName) { Field = "to" }
        : Words.Trim().Length > GiftCard.LongestWords ? new Rejection("GiftCards.TooLong", GiftCard.LongestWords) { Field = "words" }
        : null;
}
