namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Which gift cards a batch of postings has to do with.</summary>
public sealed record GiftCardsAsked
{
    /// <summary>Cards that are to pay or to be sold.</summary>
    public required IReadOnlyCollection<string> Codes { get; init; }

    /// <summary>Holds that are named.</summary>
    public required IReadOnlyCollection<long> Holds { get; init; }

    /// <summary>Receipts of which goods come back and that gift cards paid for or that sold some.</summary>
    public required IReadOnlyCollection<long> Receipts { get; init; }

    public bool Nothing => Codes.Count == 0 && Holds.Count == 0 && Receipts.Count == 0;
}
