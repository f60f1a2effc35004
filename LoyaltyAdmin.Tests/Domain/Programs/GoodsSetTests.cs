using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Tests.Domain.Programs;

public class GoodsSetTests
{
    private static readonly GoodsSet Set = new() { Categories = ["Табак", "Beer"], Skus = [" A-1 "] };

    [Theory]
    [InlineData("x", "табак", true)]
    [InlineData("x", " BEER ", true)]
    [InlineData("a-1", null, true)]
    [InlineData("beer", "wine", false)]
    [InlineData("x", null, false)]
    public void Goods_are_found_by_sku_or_category_without_regard_to_case_and_blanks(string sku, string? category, bool expected) =>
        Assert.Equal(expected, Set.Contains(sku, category));

    [Fact]
    public void The_empty_set_holds_nothing() => Assert.False(GoodsSet.None.Contains("a", "b"));
}
