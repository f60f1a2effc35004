using System.Globalization;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Values;

public class RoundingTests
{
    [Theory]
    [InlineData("2.5", RoundingMode.Down, 2)]
    [InlineData("2.5", RoundingMode.Up, 3)]
    [InlineData("2.5", RoundingMode.HalfUp, 3)]
    [InlineData("2.5", RoundingMode.HalfEven, 2)]
    [InlineData("3.5", RoundingMode.HalfEven, 4)]
    [InlineData("2.01", RoundingMode.Up, 3)]
    [InlineData("2.99", RoundingMode.Down, 2)]
    [InlineData("2.49", RoundingMode.HalfUp, 2)]
    [InlineData("2", RoundingMode.Up, 2)]
    public void R2_fractions_are_settled_by_the_mode_and_mirrored_below_zero(string amount, RoundingMode mode, long expected)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);

        Assert.Equal(expected, Rounding.ToWhole(value, mode));
        Assert.Equal(-expected, Rounding.ToWhole(-value, mode));
    }

    [Fact]
    public void What_does_not_fit_is_not_cut_silently() =>
        Assert.Throws<OverflowException>(() => Rounding.ToWhole(decimal.MaxValue, RoundingMode.Down));
}
