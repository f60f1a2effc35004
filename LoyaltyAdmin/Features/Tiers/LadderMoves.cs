using LoyaltyAdmin.Domain.Tiers;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>How many members another ladder would move from where to where.</summary>
/// <param name="From">The levels in force; empty where there are none.</param>
/// <param name="To">The levels to come.</param>
/// <param name="Members">By place in <paramref name="From"/> (one row where it is empty), then by place in <paramref name="To"/>.</param>
public sealed record LadderMoves(IReadOnlyList<TierLevel> From, IReadOnlyList<TierLevel> To, IReadOnlyList<IReadOnlyList<int>> Members)
{
    /// <summary>Members whose level would be higher, by the threshold of the levels.</summary>
    public int Rise => Count((from, to) => to > from);

    public int Fall => Count((from, to) => to < from);

    /// <summary>Where a level of before stands among those to come: itself, or the highest that begins no higher.</summary>
    public int PlaceOf(int from)
    {
        if (From.Count == 0)
        {
            return 0;
        }

        var same = To.ToList().FindIndex(l => l.Key == From[from].Key);
        return same >= 0 ? same : To.ToList().FindLastIndex(l => l.Threshold <= From[from].Threshold);
    }

    private int Count(Func<int, int, bool> which) =>
        Members.SelectMany((row, from) => row.Select((count, to) => which(PlaceOf(from), to) ? count : 0)).Sum();
}
