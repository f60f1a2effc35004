using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>Gift cards that look alike, cost alike and live alike.</summary>
public sealed class GiftCardSeries
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required long DesignId { get; init; }

    /// <summary>What all its codes begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>Digits of a code, check digit included.</summary>
    public required int Length { get; init; }

    /// <summary>Virtual cards are made as they are sold; plastic ones wait printed.</summary>
    public required bool IsVirtual { get; init; }

    /// <summary>Whether paying needs the card's secret number too.</summary>
    public required bool HasPin { get; init; }

    /// <summary>What each card is worth; zero where the buyer chooses between <see cref="Minimum"/> and <see cref="Maximum"/>.</summary>
    public required Money Nominal { get; init; }

    public Money Minimum { get; init; }

    public Money Maximum { get; init; }

    /// <summary>Months from the sale to the last day; 0 for cards without end.</summary>
    public required int TermMonths { get; init; }

    /// <summary>How many days money that returns to an expired card can at least be spent.</summary>
    public required int GraceDays { get; init; }

    /// <summary>How many cards it was made with.</summary>
    public required int Count { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Name of the person.</summary>
    public required string CreatedBy { get; init; }

    public bool IsFree => Nominal.IsZero;

    /// <summary>The code of what stands between the prefix and the check digit.</summary>
    public string CodeOf(string middle) => Prefix + middle + CheckDigit.Of(Prefix + middle);

    /// <summary>Digits of a code that are chosen at random.</summary>
    public int Middle => Length - Prefix.Length - 1;

    /// <summary>Why a card of this series cannot be sold for an amount; null where it can.</summary>
    public Rejection? Admits(Money amount) =>
        !IsFree ? (amount == Nominal ? null : new Rejection("GiftCards.NominalDiffers", Nominal.Amount) { Field = "amount" })
        : amount < Minimum || amount > Maximum ? new Rejection("GiftCards.AmountOutOfRange", Minimum.Amount, Maximum.Amount) { Field = "amount" }
        : null;

    /// <summary>The exclusive end of a card sold on a day (R6): the midnight after its last day.</summary>
    public DateTime ExpiresAt(DateOnly soldOn, ProgramCalendar calendar) =>
        TermMonths == 0 ? ProgramCalendar.Never : calendar.StartOf(soldOn.AddMonths(TermMonths).AddDays(1));
}
