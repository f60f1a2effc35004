using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns.Conditions;

/// <summary>Times are Moscow's: three hours before UTC's. 10 March 2026 is a Tuesday.</summary>
public class TimeConditionsTests
{
    private static bool Holds(Condition condition, string local, CampaignFacts? facts = null) => new Shop(Campaign("c", new DiscountPercentReward(), condition))
    {
        Facts = facts ?? new CampaignFacts { MemberId = 1 },
    }.Sell(Receipt(Line(1, 100)) with { OccurredAt = At(local) }).Gave("c");

    private static bool Runs(CampaignPeriod period, string local) => new Shop(Campaign("c", new DiscountPercentReward(), with: t => t with { Period = period }))
        .Sell(Receipt(Line(1, 100)) with { OccurredAt = At(local) }).Gave("c");

    private static DateTime At(string local) => Moscow.ToUtc(DateTime.Parse(local));

    [Theory]
    [InlineData("2026-03-10 00:00", true)]
    [InlineData("2026-03-10 23:59:59", true)]
    [InlineData("2026-03-11 00:00", false)]
    [InlineData("2026-03-09 23:59:59", false)]
    public void Weekdays_are_local(string local, bool holds) => Assert.Equal(holds, Holds(new WeekdaysCondition { Days = [DayOfWeek.Tuesday] }, local));

    [Theory]
    [InlineData("09:00", "12:00", "2026-03-10 08:59:59", false)]
    [InlineData("09:00", "12:00", "2026-03-10 09:00", true)]
    [InlineData("09:00", "12:00", "2026-03-10 12:00", false)]
    [InlineData("22:00", "02:00", "2026-03-10 01:59", true)]
    [InlineData("22:00", "02:00", "2026-03-10 02:00", false)]
    public void Hours_end_before_their_end_and_may_pass_midnight(string from, string until, string local, bool holds) =>
        Assert.Equal(holds, Holds(new HoursCondition { From = TimeOnly.Parse(from), Until = TimeOnly.Parse(until) }, local));

    [Theory]
    [InlineData("2026-03-08", "2026-03-11", false, "2026-03-10 23:59:59", true)]
    [InlineData("2026-03-08", "2026-03-11", false, "2026-03-11 00:00", false)]
    [InlineData("2026-03-08", "2026-03-11", false, "2027-03-09 12:00", false)]
    [InlineData("2026-03-08", "2026-03-11", true, "2027-03-09 12:00", true)]
    [InlineData("2026-12-25", "2027-01-09", true, "2030-01-08 12:00", true)]
    [InlineData("2026-12-25", "2027-01-09", true, "2030-01-09 12:00", false)]
    public void A_range_of_days_ends_before_its_end(string from, string until, bool everyYear, string local, bool holds) => Assert.Equal(
        holds, Holds(new DateRangeCondition { From = DateOnly.Parse(from), Until = DateOnly.Parse(until), EveryYear = everyYear }, local));

    [Theory]
    [InlineData("1990-03-10", "2026-03-10 12:00", true)]
    [InlineData("1990-03-13", "2026-03-10 12:00", true)]
    [InlineData("1990-03-14", "2026-03-10 12:00", false)]
    [InlineData("1990-03-07", "2026-03-10 12:00", true)]
    [InlineData("1990-03-06", "2026-03-10 12:00", false)]
    [InlineData("1990-01-01", "2025-12-29 12:00", true)]
    [InlineData("1990-12-31", "2026-01-03 12:00", true)]
    [InlineData("2000-02-29", "2026-02-25 12:00", true)]
    [InlineData("2000-02-29", "2026-02-24 12:00", false)]
    [InlineData("2000-02-29", "2026-03-03 12:00", true)]
    [InlineData("2000-02-29", "2026-03-04 12:00", false)]
    [InlineData("2000-02-29", "2028-03-03 12:00", true)]
    public void R16_the_birthday_and_three_days_around_it(string born, string local, bool holds) =>
        Assert.Equal(holds, Holds(new BirthdayCondition(), local, new CampaignFacts { MemberId = 1, BirthDate = DateOnly.Parse(born) }));

    [Fact]
    public void Without_a_birth_date_there_is_no_birthday() => Assert.False(Holds(new BirthdayCondition(), "2026-03-10 12:00"));

    [Theory]
    [InlineData("2026-03-10 10:00", true)]
    [InlineData("2026-03-10 09:59:59", false)]
    [InlineData("2026-03-12 21:59:59", true)]
    [InlineData("2026-03-12 22:00", false)]
    public void A_period_begins_at_its_hour_and_ends_before_its_end(string local, bool runs) => Assert.Equal(
        runs, Runs(new CampaignPeriod { From = DateTime.Parse("2026-03-10 10:00"), Until = DateTime.Parse("2026-03-12 22:00") }, local));

    [Theory]
    [InlineData("2026-03-13 18:00", true)]
    [InlineData("2026-03-14 01:59", true)]
    [InlineData("2026-03-14 02:00", false)]
    [InlineData("2026-03-14 18:00", false)]
    [InlineData("2026-03-13 01:00", false)]
    public void Hours_past_midnight_belong_to_the_weekday_on_which_they_began(string local, bool runs) => Assert.Equal(
        runs,
        Runs(new CampaignPeriod { Weekdays = [DayOfWeek.Friday], DailyFrom = new TimeOnly(18, 0), DailyUntil = new TimeOnly(2, 0) }, local));

    [Theory]
    [InlineData("2026-03-13 18:00", true)]
    [InlineData("2026-03-13 17:59", false)]
    [InlineData("2026-03-13 23:59", true)]
    public void Without_an_end_the_day_ends_at_midnight(string local, bool runs) =>
        Assert.Equal(runs, Runs(new CampaignPeriod { DailyFrom = new TimeOnly(18, 0) }, local));

    [Fact]
    public void A_version_decides_only_in_its_own_time()
    {
        var old = Campaign("c", new DiscountPercentReward { Percent = 10 }) with { Version = 1, Until = Noon };
        var now = Campaign("c", new DiscountPercentReward { Percent = 20 }) with { Version = 2, From = Noon };
        var shop = new Shop(old, now);

        Assert.Equal(2, shop.Sell(Line(1, 100)).Offer("c").Version);
        Assert.Equal(1, shop.Sell(Receipt(Line(1, 100)) with { OccurredAt = Noon.AddTicks(-1) }).Offer("c").Version);
    }
}
