namespace LoyaltyAdmin.Features.Goods;

/// <summary>The words of goods, GoodsText.resx and GoodsText.ru.resx.</summary>
public sealed class GoodsText;
