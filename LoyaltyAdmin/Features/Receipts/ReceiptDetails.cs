using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>A sale with all that is known of it.</summary>
/// <param name="Receipt">The sale and its lines, in their order.</param>
/// <param name="Member">How the member is called; null without one.</param>
/// <param name="Reasons">Why it was decided so.</param>
/// <param name="Movements">What it and its returns did on the account.</param>
/// <param name="Returns">What came back of it.</param>
public sealed record ReceiptDetails(
    Receipt Receipt, string? Member, IReadOnlyList<Reason> Reasons, IReadOnlyList<ReceiptMovement> Movements, IReadOnlyList<ReceiptReturn> Returns)
{
    /// <summary>The partner at whose till it was, by name; null for the shop's own.</summary>
    public string? Partner { get; init; }
}

/// <summary>A return with all that is known of it.</summary>
/// <param name="Return">The return and its goods, in their order.</param>
/// <param name="Member">How the member is called; null without one.</param>
/// <param name="Keys">The tills' names of the receipts that it names or was matched with, by id.</param>
/// <param name="Movements">What it did on the account.</param>
public sealed record ReturnDetails(Return Return, string? Member, IReadOnlyDictionary<long, string> Keys, IReadOnlyList<ReceiptMovement> Movements);

/// <summary>What came back of a receipt with one return.</summary>
public sealed record ReceiptReturn(long Id, string Key, DateTime OccurredAt, Money Refund, Points Restored, Points Reversed);

/// <summary>One movement of points that a receipt or a return made.</summary>
/// <param name="Id">The ledger entry.</param>
/// <param name="Kind">What it did.</param>
/// <param name="Points">How much.</param>
/// <param name="ReturnKey">The till's name of the return that made it; null when the sale did.</param>
/// <param name="Lots">The lots that it made, took from or gave back to.</param>
public sealed record ReceiptMovement(long Id, EntryKind Kind, Points Points, string? ReturnKey, IReadOnlyList<MovedLot> Lots)
{
    /// <summary>Whose points they were, where they were not the buyer's own; null where they were.</summary>
    public ReceiptPayer? Payer { get; init; }
}

/// <summary>A member of the buyer's household whose points paid.</summary>
public sealed record ReceiptPayer(long MemberId, string Name);

/// <summary>A lot's part in a movement, and the lot as it is now.</summary>
public sealed record MovedLot(long Id, Points Points, Points Remaining, DateTime ActivatesAt, DateTime ExpiresAt);
