namespace LoyaltyAdmin.Features.Receipts;

/// <summary>What a list of receipts holds.</summary>
public enum ReceiptKind
{
    Sale,
    Return,
}

/// <summary>Which sales and returns a list shows. Days are local to the program.</summary>
public sealed record ReceiptFilter
{
    /// <summary>The beginning of the till's own name of a receipt or return.</summary>
    public string? Search { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day that still counts.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only sales, or only returns.</summary>
    public ReceiptKind? Kind { get; init; }

    public string? Store { get; init; }

    /// <summary>Those with a member, or those without.</summary>
    public bool? HasMember { get; init; }

    /// <summary>Those of one member.</summary>
    public long? MemberId { get; init; }

    /// <summary>Those of one partner; without it, without a search and without a member the list is of the shop's own.</summary>
    public int? PartnerId { get; init; }

    /// <summary>Whether it names so few that it needs no period.</summary>
    public bool IsNarrow => Search is not null || MemberId is not null || PartnerId is not null;
}

/// <summary>By what a list of receipts is sorted.</summary>
public enum ReceiptSort
{
    Time,

    /// <summary>The money paid; of a return the refund, as less than nothing.</summary>
    Sum,
}

/// <summary>The order of a list of receipts: by default the latest first.</summary>
public readonly record struct ReceiptOrder(ReceiptSort By, bool Ascending = false);
