using System.Collections.Frozen;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>A set of goods, ready to be asked often.</summary>
public sealed class GoodsIndex(GoodsSet goods)
{
    private readonly FrozenSet<string> skus = Names(goods.Skus);
    private readonly FrozenSet<string> categories = Names(goods.Categories);

    /// <summary>Whether a line sells one of them.</summary>
    public bool Contains(ReceiptDraftLine line) =>
        (skus.Count > 0 && skus.Contains(line.Sku.Trim())) || (categories.Count > 0 && line.Category is { } category && categories.Contains(category.Trim()));

    /// <summary>Names that compare without regard to case and outer blanks.</summary>
    public static FrozenSet<string> Names(IEnumerable<string> names) => names.Select(n => n.Trim()).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
