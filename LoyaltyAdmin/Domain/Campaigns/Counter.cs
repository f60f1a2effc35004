namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Which running total of a member is meant.</summary>
/// <param name="Campaign">Key of the campaign, through all its versions.</param>
/// <param name="Counter">Name of the counter within it.</param>
/// <param name="From">First local day of the span; the beginning of time for the whole campaign.</param>
public readonly record struct CounterKey(string Campaign, string Counter, DateOnly From);

/// <summary>A running total, and how often it was rewarded: what a return takes off must be collected again before the next reward.</summary>
/// <param name="Total">Purchases, thousandths of a unit or hundredths of money.</param>
/// <param name="Rewarded">How often.</param>
public readonly record struct CounterState(long Total, int Rewarded);

/// <summary>What a receipt adds to a running total.</summary>
/// <param name="Key">Which.</param>
/// <param name="Before">It stood at.</param>
/// <param name="Added">Purchases, thousandths of a unit or hundredths of money.</param>
/// <param name="Rewarded">How often it is rewarded now.</param>
/// <param name="Lines">What each line adds; empty for a counter of purchases.</param>
public sealed record CounterMove(CounterKey Key, CounterState Before, long Added, int Rewarded, IReadOnlyList<CounterLine> Lines);

/// <summary>What one line of a receipt adds to a running total.</summary>
public readonly record struct CounterLine(int Line, long Added);
