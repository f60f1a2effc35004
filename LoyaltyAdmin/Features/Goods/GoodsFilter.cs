namespace LoyaltyAdmin.Features.Goods;

/// <summary>What a row of the list stands for.</summary>
public enum GoodsBy
{
    Sku,
    Category,
}

/// <summary>Which goods a list shows, and of which days it counts. Days are local to the program.</summary>
public sealed record GoodsFilter
{
    /// <summary>A part of the SKU, the name or the category.</summary>
    public string? Search { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day that still counts.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only goods of this category.</summary>
    public string? Category { get; init; }

    public GoodsBy By { get; init; }
}

/// <summary>By what a list of goods is sorted.</summary>
public enum GoodsSort
{
    Revenue,
    Units,
    Receipts,

    /// <summary>The share of members who bought it.</summary>
    Members,
    Name,
}

/// <summary>The order of a list of goods: by default what brings most first.</summary>
public readonly record struct GoodsOrder(GoodsSort By, bool Ascending = false);
