namespace LoyaltyAdmin.Domain.Programs;

/// <summary>Goods named by category or by SKU; names compare without regard to case and outer blanks.</summary>
public sealed record GoodsSet
{
    public static readonly GoodsSet None = new();

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Skus { get; init; } = [];

    public bool IsEmpty => Categories.Count == 0 && Skus.Count == 0;

    /// <summary>Whether a good of this SKU and category is in the set.</summary>
    public bool Contains(string sku, string? category) => Has(Skus, sku) || (category is not null && Has(Categories, category));

    /// <summary>Sets are equal when they name the same goods in the same order.</summary>
    public bool Equals(GoodsSet? other) =>
        other is not null && Categories.SequenceEqual(other.Categories) && Skus.SequenceEqual(other.Skus);

    public override int GetHashCode() => HashCode.Combine(Categories.Count, Skus.Count);

    private static bool Has(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].AsSpan().Trim().Equals(name.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
