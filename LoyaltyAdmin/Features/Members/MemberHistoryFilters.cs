using LoyaltyAdmin.Domain.Ledger;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Which movements of a member's points a list shows. Days are local to the program.</summary>
public sealed record EntryFilter
{
    public EntryKind? Kind { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day that still counts.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A page of movements with what all of them add up to, in smallest parts.</summary>
public sealed record EntryList(IReadOnlyList<EntryRow> Rows, int Total, long Credited, long Debited);

/// <summary>Which lots of a member a list shows.</summary>
public sealed record LotFilter
{
    public LotState? State { get; init; }
}

/// <summary>By what a list of lots is sorted.</summary>
public enum LotSort
{
    /// <summary>The order in which they are spent, spent ones last.</summary>
    Spending,
    Earned,
    LastDay,
    Amount,
    Remaining,
}

/// <summary>A page of lots with what all of them add up to, in smallest parts.</summary>
public sealed record LotList(IReadOnlyList<LotRow> Rows, int Total, long Remaining, long Held);

/// <summary>Which purchases of a member a list shows. Days are local to the program.</summary>
public sealed record MemberReceiptFilter
{
    public DateOnly? From { get; init; }

    /// <summary>The last day that still counts.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>By what a list of a member's purchases is sorted.</summary>
public enum MemberReceiptSort
{
    Time,
    Paid,
}

/// <summary>A page of purchases with what all of them add up to: money in hundredths, points in smallest parts.</summary>
public sealed record MemberReceiptList(IReadOnlyList<MemberReceiptRow> Rows, int Total, long Paid, long Spent, long Earned);
