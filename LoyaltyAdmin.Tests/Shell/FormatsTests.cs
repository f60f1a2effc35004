using System.Globalization;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;

namespace LoyaltyAdmin.Tests.Shell;

public sealed class FormatsTests : IDisposable
{
    private static readonly DisplayUnits Units = new("RUB", 0, new PointsUnit(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public void Dispose() => CultureInfo.CurrentCulture = before;

    [Theory]
    [InlineData("ru", 1, "1 балл")]
    [InlineData("ru", 3, "3 балла")]
    [InlineData("ru", 5, "5 баллов")]
    [InlineData("ru", 11, "11 баллов")]
    [InlineData("ru", 22, "22 балла")]
    [InlineData("ru", 101, "101 балл")]
    [InlineData("ru", 112, "112 баллов")]
    [InlineData("en", 1, "1 point")]
    [InlineData("en", 0, "0 points")]
    [InlineData("en", 2, "2 points")]
    public void Points_are_named_in_the_form_that_their_number_asks_for(string culture, long points, string text)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(text, Formats.Points(points, Units).Replace('\u00a0', ' '));
    }

    [Fact]
    public void Parts_of_a_point_have_their_decimals_and_the_few_form()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru");

        Assert.Equal("1,50 балла", Formats.Points(150, Units with { PointDecimals = 2 }).Replace('\u00a0', ' '));
    }

    [Fact]
    public void Money_is_grouped_by_the_language_and_does_not_break()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru");

        var text = Formats.Money(Money.Of(1234567.5m), "RUB");

        Assert.Equal("1 234 567,50 ₽", text.Replace('\u00a0', ' '));
        Assert.DoesNotContain(' ', text);
    }

    [Fact]
    public void An_instant_is_shown_on_the_programs_clock()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");

        Assert.Equal("11 Mar 2026", Formats.Date(new DateTime(2026, 3, 10, 21, 30, 0, DateTimeKind.Utc), Units.Zone));
    }
}
