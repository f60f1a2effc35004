namespace LoyaltyAdmin.Features.Demo;

/// <summary>What a removal of the demo shop takes away, and what stays.</summary>
/// <param name="Members">Invented members who go.</param>
/// <param name="Receipts">Receipts that go.</param>
/// <param name="Returns">Returns that go.</param>
/// <param name="Kept">Invented members who stay with all that is theirs, since tills have posted for them.</param>
public sealed record DemoCounts(long Members, long Receipts, long Returns, long Kept);
