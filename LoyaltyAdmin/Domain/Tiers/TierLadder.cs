using System.Globalization;

namespace LoyaltyAdmin.Domain.Tiers;

/// <summary>Levels from the lowest up. Ladders are equal when their levels are.</summary>
public sealed record TierLadder
{
    public static readonly TierLadder None = new();

    public IReadOnlyList<TierLevel> Levels { get; init; } = [];

    /// <summary>The place of a level from the lowest up, 0 first; −1 where the ladder does not have it.</summary>
    public int PlaceOf(string key)
    {
        for (var i = 0; i < Levels.Count; i++)
        {
            if (Levels[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    public TierLevel? Find(string? key) => key is not null && PlaceOf(key) is >= 0 and var place ? Levels[place] : null;

    /// <summary>The place of the highest level that a metric reaches: at its threshold it is reached (R2).</summary>
    /// <param name="value">The metric in whole units: currency, points or visits.</param>
    public int PlaceFor(decimal value)
    {
        var place = 0;
        for (var i = 1; i < Levels.Count; i++)
        {
            if (value >= Levels[i].Threshold)
            {
                place = i;
            }
        }

        return place;
    }

    public bool Equals(TierLadder? other) => other is not null && Levels.SequenceEqual(other.Levels);

    public override int GetHashCode() => Levels.Count;

    /// <summary>Names with thresholds, for comparing and the record; invariant.</summary>
    public override string ToString() =>
        string.Join(", ", Levels.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Name} {l.Threshold:0.##}")));
}
