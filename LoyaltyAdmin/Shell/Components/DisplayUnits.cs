using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>What amounts are shown in: the program's currency, its points and its time zone. Cascades to all pages.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="PointDecimals">Decimals of a point, 0 to 2.</param>
/// <param name="Unit">What a point is called.</param>
/// <param name="Zone">The zone of the program's days.</param>
public sealed record DisplayUnits(string Currency, int PointDecimals, PointsUnit Unit, TimeZoneInfo Zone)
{
    /// <summary>Where no program is at hand.</summary>
    public static DisplayUnits Plain { get; } = new("RUB", 0, new PointsUnit(), TimeZoneInfo.Utc);
}

/// <summary>Tells the units now in force. The frame asks for it without knowing the feature that answers.</summary>
public delegate ValueTask<DisplayUnits> DisplayUnitsSource(CancellationToken ct);
