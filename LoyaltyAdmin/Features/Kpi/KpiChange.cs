namespace LoyaltyAdmin.Features.Kpi;

/// <summary>How a figure differs from that of the previous period.</summary>
/// <param name="Difference">Of shares the difference itself (0.02 is two percentage points), of others relative to the previous figure.</param>
/// <param name="Good">Whether that is good; null where neither or nothing changed.</param>
public sealed record KpiChange(decimal Difference, bool? Good)
{
    /// <summary>A tenth of a percent is the least that is shown.</summary>
    private const int SeenDecimals = 3;

    /// <summary>The change, or null where one of both is missing or there is nothing to compare with.</summary>
    public static KpiChange? Of(KpiDefinition definition, decimal? current, decimal? previous)
    {
        if (current is not { } now || previous is not { } then)
        {
            return null;
        }

        if (definition.Unit != KpiUnit.Share && then == 0)
        {
            return null;
        }

        var difference = definition.Unit == KpiUnit.Share ? now - then : (now - then) / Math.Abs(then);
        var seen = decimal.Round(difference, SeenDecimals);
        return new KpiChange(difference, definition.Sense switch
        {
            KpiSense.MoreIsBetter when seen != 0 => seen > 0,
            KpiSense.LessIsBetter when seen != 0 => seen < 0,
            _ => null,
        });
    }
}
