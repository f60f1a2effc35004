using System.Globalization;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Tests.Jobs;

public sealed class JobTextsTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    private IStringLocalizer<JobsText> Text => services.GetRequiredService<IStringLocalizer<JobsText>>();

    public void Dispose()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        services.Dispose();
    }

    [Fact]
    public void Every_line_of_the_schedule_has_its_words()
    {
        foreach (var line in Schedule.Lines)
        {
            Assert.False(Text[$"Job.{line.Key}"].ResourceNotFound, line.Key);
            Assert.False(Text[$"Job.{line.Key}.About"].ResourceNotFound, line.Key);
            Assert.NotEqual(line.Cron, CronWords.Of(line.Cron, Text));
        }
    }

    [Theory]
    [InlineData("en", "0 10 3 * * ?", "Daily at 3:10\u202fAM")]
    [InlineData("ru", "0 10 3 * * ?", "Каждый день в 03:10")]
    [InlineData("ru", "0 5 0,3 * * ?", "Каждый день в 00:05, 03:05")]
    [InlineData("ru", "0 0/10 0,3-23 * * ?", "Каждые 10 мин, кроме 01:00–03:00")]
    [InlineData("en", "0 0 5 1 1 ?", "0 0 5 1 1 ?")]
    public void A_line_is_told_in_words(string culture, string cron, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(expected, CronWords.Of(cron, Text));
    }
}
