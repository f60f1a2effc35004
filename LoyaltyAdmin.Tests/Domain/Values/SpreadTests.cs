using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Values;

public class SpreadTests
{
    private static readonly Gen<(long Total, long[] Weights)> Cases =
        from total in Gen.OneOf(Gen.Choose(0, 1000), Gen.Choose(0, int.MaxValue))
        from scale in Gen.Elements(1L, 1L, 4_000_000_000L)
        from count in Gen.Choose(1, 40)
        from weights in Gen.ArrayOf(Gen.Choose(0, 1000), count)
        select (total * scale, weights.Select(weight => weight * scale).ToArray());

    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, new long[] { 34, 33, 33 })]
    [InlineData(10, new long[] { 5, 3, 2 }, new long[] { 5, 3, 2 })]
    [InlineData(1, new long[] { 1, 3 }, new long[] { 0, 1 })]
    [InlineData(7, new long[] { 0, 0 }, new long[] { 7, 0 })]
    [InlineData(7, new long[] { 0, 2, 0 }, new long[] { 0, 7, 0 })]
    [InlineData(0, new long[] { 4, 2 }, new long[] { 0, 0 })]
    public void A_total_is_spread_by_largest_remainder_with_ties_to_the_earlier(long total, long[] weights, long[] expected) =>
        Assert.Equal(expected, Rounding.Spread(total, weights));

    [Fact]
    public void Parts_add_up_and_none_is_off_its_exact_share_by_one() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Cases.ToArbitrary(), test =>
        {
            var parts = Rounding.Spread(test.Total, test.Weights);
            Assert.Equal(test.Total, parts.Sum());
            Int128 sum = test.Weights.Sum();
            for (var i = 0; i < parts.Length && sum > 0; i++)
            {
                var off = (parts[i] * sum) - ((Int128)test.Total * test.Weights[i]);
                Assert.True(Int128.Abs(off) < sum, $"Part {i} of {test.Total} is off.");
            }
        }));

    [Fact]
    public void The_greatest_amounts_do_not_overflow() =>
        Assert.Equal(
            long.MaxValue,
            Rounding.Spread(long.MaxValue, [long.MaxValue, long.MaxValue, 1]).Aggregate(0L, (sum, part) => sum + part));

    [Fact]
    public void A_list_serves_as_well_as_an_array() =>
        Assert.Equal([2, 1], Rounding.Spread(3, new List<long> { 1, 1 }));

    [Fact]
    public void Nothing_negative_is_spread_and_nothing_over_nobody()
    {
        Assert.ThrowsAny<ArgumentException>(() => Rounding.Spread(-1, [1]));
        Assert.ThrowsAny<ArgumentException>(() => Rounding.Spread(1, [2, -1]));
        Assert.ThrowsAny<ArgumentException>(() => Rounding.Spread(1, []));
        Assert.Empty(Rounding.Spread(0, []));
    }
}
