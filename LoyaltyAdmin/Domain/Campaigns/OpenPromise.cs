namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Whether a promise was carried out.</summary>
public enum PromiseState
{
    Waiting,
    Done,

    /// <summary>Cannot be carried out; a person has to look.</summary>
    Failed,

    /// <summary>The goods came back first.</summary>
    Withdrawn,
}

/// <summary>Something that a campaign promised on a receipt and that is carried out after it: a gift card, a level for a time.</summary>
public sealed class OpenPromise
{
    public required long Id { get; init; }

    public required long ReceiptId { get; init; }

    public required int CampaignId { get; init; }

    public long? MemberId { get; init; }

    public required PromiseKind Kind { get; init; }

    /// <summary>Of the series, level or good.</summary>
    public required string Key { get; init; }

    public required int Count { get; init; }

    /// <summary>Hundredths each.</summary>
    public long Amount { get; init; }

    public int Days { get; init; }

    public required DateTime MadeAt { get; init; }

    public PromiseState State { get; set; }

    /// <summary>What came of it: codes, or the reason against it.</summary>
    public string? Outcome { get; set; }
}
