namespace LoyaltyAdmin.Features.Goods;

/// <summary>What sells: goods, or their categories, by revenue, receipts and members.</summary>
public sealed partial class GoodsPage
{
    private GoodsBy By => new Uri(Navigation.Uri).AbsolutePath == GoodsTable.PathOf(GoodsBy.Category) ? GoodsBy.Category : GoodsBy.Sku;
}
