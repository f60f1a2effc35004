using LoyaltyAdmin.Domain.Kpi;

namespace LoyaltyAdmin.Features.Goods;

/// <summary>A good, or a category of goods, and what it sold in a period (R22, popular goods).</summary>
public sealed record GoodsRow
{
    /// <summary>The SKU; of a category its name. Empty where the lines name none.</summary>
    public required string Key { get; init; }

    /// <summary>Null where nobody knows it.</summary>
    public string? Name { get; init; }

    public string? Category { get; init; }

    /// <summary>How many goods a category sold.</summary>
    public long Goods { get; init; }

    /// <summary>In thousandths, less what came back.</summary>
    public long Units { get; init; }

    /// <summary>Paid in money less what was refunded of it, in hundredths.</summary>
    public long Revenue { get; init; }

    public long Receipts { get; init; }

    /// <summary>Members who bought it.</summary>
    public long Members { get; init; }

    /// <summary>These among all members who bought anything; null where there are none.</summary>
    public decimal? Share { get; init; }
}

/// <summary>A page of a list of goods.</summary>
/// <param name="Rows">The page.</param>
/// <param name="Total">Rows that the filter finds.</param>
/// <param name="Revenue">Of all of these, in hundredths.</param>
/// <param name="Period">The days that count; null where nothing was ever sold.</param>
/// <param name="Categories">All there are, by name.</param>
/// <param name="Any">Whether any good is known at all.</param>
public sealed record GoodsList(
    IReadOnlyList<GoodsRow> Rows, int Total, long Revenue, KpiPeriod? Period, IReadOnlyList<string> Categories, bool Any);
