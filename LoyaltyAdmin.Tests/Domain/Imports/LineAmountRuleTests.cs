using LoyaltyAdmin.Domain.Imports;

namespace LoyaltyAdmin.Tests.Domain.Imports;

public sealed class LineAmountRuleTests
{
    [Theory]
    [InlineData(2000L, 1050L, null, 2100L)]
    [InlineData(333L, 1000L, null, 333L)]
    [InlineData(1500L, 333L, null, 500L)]
    [InlineData(null, 1050L, null, 1050L)]
    [InlineData(2000L, null, 2101L, 2101L)]
    [InlineData(3000L, 333L, 1000L, 1000L)]
    [InlineData(0L, 500L, 1234L, 1234L)]
    [InlineData(0L, 500L, null, 0L)]
    [InlineData(1000L, null, 0L, 0L)]
    public void The_amount_is_what_the_row_gives_or_price_times_quantity(long? quantity, long? price, long? amount, long gross)
    {
        var line = LineAmountRule.Decide(quantity, price, amount, null).Value;

        Assert.Equal(gross, line.Gross.Minor);
        Assert.False(line.IsReturn);
    }

    [Theory]
    [InlineData(-1000L, 1050L, null)]
    [InlineData(1000L, null, -1050L)]
    [InlineData(-1000L, null, -1050L)]
    [InlineData(-1000L, -1050L, 1050L)]
    public void A_minus_anywhere_makes_it_a_return(long? quantity, long? price, long? amount)
    {
        var line = LineAmountRule.Decide(quantity, price, amount, null).Value;

        Assert.True(line.IsReturn);
        Assert.Equal((1000L, 1050L), (line.Quantity.Thousandths, line.Gross.Minor));
    }

    [Fact]
    public void A_price_that_contradicts_the_amount_is_refused() =>
        Assert.Equal("Imports.AmountDisagrees", LineAmountRule.Decide(3000, 333, 1004, null).Rejection?.Code);

    [Fact]
    public void A_discount_above_the_amount_is_refused() =>
        Assert.Equal("Imports.DiscountAboveAmount", LineAmountRule.Decide(1000, 333, null, 334).Rejection?.Code);

    [Fact]
    public void A_row_without_price_and_amount_is_refused() =>
        Assert.Equal("Imports.AmountMissing", LineAmountRule.Decide(1000, null, null, null).Rejection?.Code);
}
