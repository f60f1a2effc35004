using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Tests.Platform.Csv;

public sealed class WrittenValuesTests
{
    [Theory]
    [InlineData("11.77", 1177)]
    [InlineData("11,77", 1177)]
    [InlineData("-0,5", -50)]
    [InlineData("−3", -300)]
    [InlineData("1 234,50", 123450)]
    [InlineData("1\u00A0234\u202F567.8", 123456780)]
    [InlineData("1,234.56", 123456)]
    [InlineData("1.234,56", 123456)]
    [InlineData("1'234", 123400)]
    [InlineData("7.1000", 710)]
    [InlineData(".5", 50)]
    [InlineData("5.", 500)]
    [InlineData("0", 0)]
    [InlineData("1e+05", 10000000)]
    [InlineData("4.440892e-16", 0)]
    [InlineData("0.30000000000000004", 30)]
    public void A_number_is_read_as_people_write_it(string text, long hundredths)
    {
        Assert.Equal(NumberProblem.None, FixedPoint.TryParse(text, 2, out var value));
        Assert.Equal(hundredths, value);
    }

    [Theory]
    [InlineData("", NumberProblem.NotANumber)]
    [InlineData("-", NumberProblem.NotANumber)]
    [InlineData("12 5", NumberProblem.NotANumber)]
    [InlineData("1e", NumberProblem.NotANumber)]
    [InlineData("e5", NumberProblem.NotANumber)]
    [InlineData("1e-3", NumberProblem.TooManyDecimals)]
    [InlineData("1e99", NumberProblem.NotANumber)]
    [InlineData("0.3000004", NumberProblem.TooManyDecimals)]
    [InlineData("1,2,3", NumberProblem.NotANumber)]
    [InlineData("1 23,5", NumberProblem.NotANumber)]
    [InlineData("10 ₽", NumberProblem.NotANumber)]
    [InlineData("1.234", NumberProblem.TooManyDecimals)]
    [InlineData("99999999999999999999", NumberProblem.TooLarge)]
    public void What_is_no_such_number_is_not_guessed_at(string text, NumberProblem problem) =>
        Assert.Equal(problem, FixedPoint.TryParse(text, 2, out _));

    [Theory]
    [InlineData("1997-01-05", "1997-01-05T00:00:00", false)]
    [InlineData("19970105", "1997-01-05T00:00:00", false)]
    [InlineData("05.01.1997", "1997-01-05T00:00:00", false)]
    [InlineData("05.01.1997 9:07", "1997-01-05T09:07:00", false)]
    [InlineData("05.01.1997 09:07:30", "1997-01-05T09:07:30", false)]
    [InlineData("1997-01-05T09:07:30.250", "1997-01-05T09:07:30.250", false)]
    [InlineData("1997-01-05 09:07:30Z", "1997-01-05T09:07:30", true)]
    [InlineData("1997-01-05T02:07:30+03:00", "1997-01-04T23:07:30", true)]
    [InlineData("1997-01-05T02:07-0430", "1997-01-05T06:37:00", true)]
    public void An_instant_is_read_as_people_and_programs_write_it(string text, string expected, bool isUtc)
    {
        Assert.True(WrittenInstant.TryParse(text, out var written));
        Assert.Equal(DateTime.Parse(expected), written.Value);
        Assert.Equal(isUtc, written.IsUtc);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1997-02-30")]
    [InlineData("31.04.1997")]
    [InlineData("1997-13-01")]
    [InlineData("01.05.97")]
    [InlineData("1/5/1997")]
    [InlineData("1997-01-05 25:00")]
    [InlineData("1997-01-05T09:07+99:00")]
    [InlineData("0097-01-05")]
    public void What_is_no_instant_is_not_guessed_at(string text) => Assert.False(WrittenInstant.TryParse(text, out _));

    [Theory]
    [InlineData("31/03/2026", DayOrder.DayFirst, "2026-03-31T00:00:00")]
    [InlineData("03/31/2026 2:05 PM", DayOrder.MonthFirst, "2026-03-31T14:05:00")]
    [InlineData("3-4-2026", DayOrder.DayFirst, "2026-04-03T00:00:00")]
    [InlineData("3.4.2026", DayOrder.MonthFirst, "2026-04-03T00:00:00")]
    [InlineData("2026/4/3 12:00:01 am", DayOrder.Unknown, "2026-04-03T00:00:01")]
    public void A_day_with_slashes_is_read_in_the_order_that_is_said(string text, DayOrder order, string expected)
    {
        Assert.True(WrittenInstant.TryParse(text, order, out var written));
        Assert.Equal(DateTime.Parse(expected), written.Value);
    }

    [Theory]
    [InlineData("31/03/2026", DayOrder.MonthFirst)]
    [InlineData("03/31/2026", DayOrder.DayFirst)]
    [InlineData("3/4/26", DayOrder.DayFirst)]
    [InlineData("3/4-2026", DayOrder.DayFirst)]
    [InlineData("3/4/2026 13:00 PM", DayOrder.DayFirst)]
    public void A_day_that_the_order_does_not_allow_is_refused(string text, DayOrder order) =>
        Assert.False(WrittenInstant.TryParse(text, order, out _));
}
