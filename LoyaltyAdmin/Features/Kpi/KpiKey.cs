namespace LoyaltyAdmin.Features.Kpi;

/// <summary>The figures of the dashboard (R22). Names and definitions are texts: <c>Kpi.Revenue</c>, <c>Kpi.Revenue.Definition</c>.</summary>
public enum KpiKey
{
    Revenue,
    Receipts,
    AverageCheck,
    UnitsPerReceipt,
    EffectiveDiscount,
    Penetration,
    PenetrationBySum,
    ActiveMembers,
    NewMembers,
    NewBuyers,
    PurchaseFrequency,
    RepeatRate,
    MeanInterval,
    Ltv,
    ChurnFlow,
    ChurnStock,
    PointsIssued,
    PointsRedeemed,
    PointsExpired,
    BurnToEarn,
    Liability,
    Cac,
    LtvToCac,
}

/// <summary>What a figure counts in.</summary>
public enum KpiUnit
{
    Money,
    Count,

    /// <summary>A number with two decimals.</summary>
    Number,

    /// <summary>From 0 to 1; shown in percent, its change in percentage points.</summary>
    Share,
    Days,
    Points,
}

/// <summary>Whether more is better.</summary>
public enum KpiSense
{
    Neutral,
    MoreIsBetter,
    LessIsBetter,
}

/// <summary>Where the rows of a figure are.</summary>
public enum KpiRows
{
    None,
    Receipts,
    Members,
    NewMembers,
    SilentMembers,
    MembersWithPoints,
    Channels,
}

/// <summary>A figure as it is shown.</summary>
public sealed record KpiDefinition(KpiKey Key, KpiUnit Unit, KpiSense Sense, KpiRows Rows);

/// <summary>A group of figures on the dashboard; its title is the text <c>Group.Sales</c> and so on.</summary>
public sealed record KpiGroup(string Name, IReadOnlyList<KpiDefinition> Figures);

/// <summary>All figures in the order of reading.</summary>
public static class KpiCatalog
{
    public static IReadOnlyList<KpiGroup> Groups { get; } =
    [
        new("Sales",
        [
            new(KpiKey.Revenue, KpiUnit.Money, KpiSense.MoreIsBetter, KpiRows.Receipts),
            new(KpiKey.Receipts, KpiUnit.Count, KpiSense.MoreIsBetter, KpiRows.Receipts),
            new(KpiKey.AverageCheck, KpiUnit.Money, KpiSense.MoreIsBetter, KpiRows.Receipts),
            new(KpiKey.UnitsPerReceipt, KpiUnit.Number, KpiSense.MoreIsBetter, KpiRows.Receipts),
            new(KpiKey.EffectiveDiscount, KpiUnit.Share, KpiSense.Neutral, KpiRows.Receipts),
            new(KpiKey.Penetration, KpiUnit.Share, KpiSense.MoreIsBetter, KpiRows.Receipts),
            new(KpiKey.PenetrationBySum, KpiUnit.Share, KpiSense.MoreIsBetter, KpiRows.Receipts),
        ]),
        new("Members",
        [
            new(KpiKey.ActiveMembers, KpiUnit.Count, KpiSense.MoreIsBetter, KpiRows.Members),
            new(KpiKey.NewMembers, KpiUnit.Count, KpiSense.MoreIsBetter, KpiRows.NewMembers),
            new(KpiKey.NewBuyers, KpiUnit.Count, KpiSense.MoreIsBetter, KpiRows.Members),
            new(KpiKey.PurchaseFrequency, KpiUnit.Number, KpiSense.MoreIsBetter, KpiRows.Members),
            new(KpiKey.RepeatRate, KpiUnit.Share, KpiSense.MoreIsBetter, KpiRows.Members),
            new(KpiKey.MeanInterval, KpiUnit.Days, KpiSense.LessIsBetter, KpiRows.Members),
        ]),
        new("Value",
        [
            new(KpiKey.Ltv, KpiUnit.Money, KpiSense.MoreIsBetter, KpiRows.Members),
            new(KpiKey.Cac, KpiUnit.Money, KpiSense.LessIsBetter, KpiRows.Channels),
            new(KpiKey.LtvToCac, KpiUnit.Number, KpiSense.MoreIsBetter, KpiRows.Channels),
            new(KpiKey.ChurnFlow, KpiUnit.Share, KpiSense.LessIsBetter, KpiRows.SilentMembers),
            new(KpiKey.ChurnStock, KpiUnit.Share, KpiSense.LessIsBetter, KpiRows.SilentMembers),
        ]),
        new("Points",
        [
            new(KpiKey.PointsIssued, KpiUnit.Points, KpiSense.Neutral, KpiRows.None),
            new(KpiKey.PointsRedeemed, KpiUnit.Points, KpiSense.MoreIsBetter, KpiRows.None),
            new(KpiKey.PointsExpired, KpiUnit.Points, KpiSense.Neutral, KpiRows.None),
            new(KpiKey.BurnToEarn, KpiUnit.Share, KpiSense.Neutral, KpiRows.None),
            new(KpiKey.Liability, KpiUnit.Money, KpiSense.Neutral, KpiRows.MembersWithPoints),
        ]),
    ];
}
