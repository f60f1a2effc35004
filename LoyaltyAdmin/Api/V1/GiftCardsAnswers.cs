using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using LoyaltyAdmin.Api.V1.Receipts;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Features.GiftCards;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Which gift card to look up.</summary>
public sealed record GiftCardLookup
{
    [Required, MaxLength(64)]
    public string? Code { get; init; }

    [MaxLength(10)]
    public string? Pin { get; init; }
}

/// <summary>A gift card to block.</summary>
public sealed record GiftCardBlocking
{
    [Required, MaxLength(64)]
    public string? Code { get; init; }

    [Required, MaxLength(1000)]
    public string? Reason { get; init; }
}

/// <summary>A gift card to sell.</summary>
public sealed record GiftCardSaleRequest
{
    [Required, MaxLength(ReceiptReader.LongestKey)]
    [Description("The shop's own name of the sale. The same content under it again gives the same card, other content is 409.")]
    public string? OperationId { get; init; }

    [Description("Number of the series; not needed where the code says which card it is.")]
    public long? Series { get; init; }

    [MaxLength(64), Description("The plastic card that is sold; null for a virtual one.")]
    public string? Code { get; init; }

    [Description("What it is worth, where the buyer chooses; else the nominal of the series.")]
    public decimal? Amount { get; init; }

    [MaxLength(GiftCard.LongestName)]
    public string? From { get; init; }

    [MaxLength(GiftCard.LongestName)]
    public string? To { get; init; }

    [MaxLength(GiftCard.LongestWords), Description("The giver's words.")]
    public string? Words { get; init; }

    [MaxLength(64)]
    public string? Store { get; init; }

    [MaxLength(50)]
    public string? Channel { get; init; }
}

/// <summary>What is on a gift card.</summary>
public sealed record GiftCardAnswer
{
    /// <summary>Masked: its last four digits.</summary>
    public required string Code { get; init; }

    /// <summary>issued (not sold), active, usedUp, expired, disabled or blocked.</summary>
    public required GiftCardStatus Status { get; init; }

    /// <summary>What it was sold for.</summary>
    public required decimal Nominal { get; init; }

    public required decimal Balance { get; init; }

    /// <summary>What it can pay now: not what open holds have set aside.</summary>
    public required decimal Available { get; init; }

    /// <summary>The last day on which it pays; null for a card without end or not sold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateOnly? LastDay { get; init; }
}

/// <summary>A gift card that was sold: its code and secret number are for the buyer.</summary>
public sealed record SoldGiftCardAnswer
{
    public required long Id { get; init; }

    public required string Code { get; init; }

    /// <summary>The secret number; null where the series has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Pin { get; init; }

    public required decimal Nominal { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateOnly? LastDay { get; init; }

    internal static SoldGiftCardAnswer Of(SellGiftCard.Sold sold) => new()
    {
        Id = sold.Card.Id,
        Code = sold.Card.Code,
        Pin = sold.Card.Pin,
        Nominal = sold.Card.Nominal.Amount,
        LastDay = sold.LastDay,
    };
}
