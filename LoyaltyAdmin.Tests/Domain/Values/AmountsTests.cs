using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Values;

public class AmountsTests
{
    [Fact]
    public void Amounts_are_whole_smallest_parts()
    {
        Assert.Equal((1234, 12.34m), (Money.Of(12.34m).Minor, new Money(1234).Amount));
        Assert.Equal((1500, 1.5m), (Quantity.Of(1.5m).Thousandths, new Quantity(1500).Amount));
    }

    [Fact]
    public void Finer_amounts_are_refused_and_never_rounded_in_silence()
    {
        Assert.Throws<ArgumentException>(() => Money.Of(0.001m));
        Assert.Throws<ArgumentException>(() => Quantity.Of(0.0001m));
    }

    [Fact]
    public void Nothing_is_ever_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Points(3) - new Points(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quantity(3) - new Quantity(4));
    }

    [Fact]
    public void Sums_beyond_64_bits_are_an_error() =>
        Assert.Throws<OverflowException>(() => new Points(long.MaxValue) + new Points(1));

    [Fact]
    public void Amounts_compare_by_size()
    {
        Assert.Equal(new Money(1), Money.Min(new Money(1), new Money(2)));
        Assert.Equal(new Points(2), Points.Max(new Points(1), new Points(2)));
        Assert.True(new Quantity(1) <= new Quantity(1));
    }

    [Fact]
    public void A_result_is_a_value_or_a_rejection()
    {
        Result<int> yes = 5;
        Result<int> no = new Rejection("Common.No");

        Assert.True(yes.Accepted(out var five, out _) && five == 5);
        Assert.False(no.Accepted(out _, out var why));
        Assert.Equal("Common.No", why.Code);
        Assert.Throws<InvalidOperationException>(() => no.Value);
    }
}
