using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Tiers;

/// <summary>R7, word by word: what rises, what is kept, where one lands.</summary>
public sealed class R7TiersTests
{
    private static readonly ProgramCalendar Moscow = ProgramCalendar.Of("Europe/Moscow");
    private static readonly DateOnly Joined = new(2024, 5, 10);
    private long numbers;

    private static TierConditions Yearly => new()
    {
        Enabled = true,
        Ladder = new TierLadder
        {
            Levels =
            [
                new TierLevel { Key = "base", Name = "Base" },
                new TierLevel { Key = "silver", Name = "Silver", Threshold = 10_000 },
                new TierLevel { Key = "gold", Name = "Gold", Threshold = 50_000 },
            ],
        },
    };

    [Theory]
    [InlineData(9_999.99, "base")]
    [InlineData(10_000, "silver")]
    [InlineData(49_999.99, "silver")]
    [InlineData(50_000, "gold")]
    public void A_level_is_reached_at_its_threshold_and_at_once(decimal spent, string level)
    {
        var course = Course();

        Buy(course, Yearly, "2026-03-01", spent);

        Assert.Equal(level, LevelOn(course, Yearly, "2026-03-01"));
    }

    [Fact]
    public void A_new_level_is_kept_to_the_end_of_the_period()
    {
        var course = Course();
        Buy(course, Yearly, "2026-12-30", 10_000);

        Assert.Equal(new DateOnly(2027, 1, 1), course.Standing!.KeptUntil);
    }

    [Fact]
    public void Or_to_the_end_of_the_next_period_where_the_conditions_say_so()
    {
        var course = Course();
        Buy(course, Yearly with { Stay = TierStay.NextPeriod }, "2026-12-30", 10_000);

        Assert.Equal(new DateOnly(2028, 1, 1), course.Standing!.KeptUntil);
    }

    [Fact]
    public void At_the_end_of_the_period_the_metric_of_that_period_keeps_the_level_for_another()
    {
        var course = Course();
        Buy(course, Yearly, "2026-12-30", 10_000);

        course.Advance(Rules(Yearly), At("2027-01-01"));

        Assert.Equal("silver", course.Standing!.Level);
        Assert.Equal(new DateOnly(2028, 1, 1), course.Standing.KeptUntil);
        Assert.Equal([TierCause.Raised, TierCause.Renewed], course.Changes.Select(c => c.Cause));
    }

    [Theory]
    [InlineData(TierLanding.OneDown, 0, "silver")]
    [InlineData(TierLanding.OneDown, 12_000, "silver")]
    [InlineData(TierLanding.ByMetric, 0, "base")]
    [InlineData(TierLanding.ByMetric, 12_000, "silver")]
    [InlineData(TierLanding.Lowest, 12_000, "base")]
    public void Who_did_not_reach_the_level_again_lands_as_the_conditions_say(TierLanding landing, decimal spentAfter, string level)
    {
        var conditions = Yearly with { Landing = landing };
        var course = Course();
        Buy(course, conditions, "2025-06-01", 60_000);
        Buy(course, conditions, "2026-06-01", spentAfter);

        // 2025 keeps gold for 2026; 2026 does not keep it for 2027.
        course.Advance(Rules(conditions), At("2027-01-01"));

        Assert.Equal(level, course.Standing!.Level);
    }

    [Fact]
    public void Within_the_days_of_grace_the_level_stands_and_purchases_still_count()
    {
        var conditions = Yearly with { GraceDays = 30, Landing = TierLanding.ByMetric };
        var (late, idle) = (Course(), Course());
        foreach (var course in (TierCourse[])[late, idle])
        {
            Buy(course, conditions, "2025-06-01", 10_000);
            Buy(course, conditions, "2026-06-01", 6_000);
            course.Advance(Rules(conditions), At("2027-01-20"));
            Assert.Equal("silver", course.Standing!.Level);
        }

        Buy(late, conditions, "2027-01-30", 4_000);
        late.Advance(Rules(conditions), At("2027-01-31"));
        idle.Advance(Rules(conditions), At("2027-01-31"));

        Assert.Equal("silver", late.Standing!.Level);
        Assert.Equal("base", idle.Standing!.Level);
    }

    [Fact]
    public void In_a_rolling_year_purchases_leave_the_count_after_twelve_months()
    {
        var conditions = Yearly with { Window = TierWindow.RollingYear, Landing = TierLanding.ByMetric };
        var course = Course();
        Buy(course, conditions, "2026-03-01", 6_000);
        Buy(course, conditions, "2027-02-28", 4_000);
        Assert.Equal("silver", LevelOn(course, conditions, "2027-02-28"));

        var other = Course();
        Buy(other, conditions, "2026-03-01", 6_000);
        Buy(other, conditions, "2027-03-01", 4_000);
        Assert.Equal("base", LevelOn(other, conditions, "2027-03-01"));
    }

    [Fact]
    public void From_anniversary_to_anniversary_a_year_begins_on_the_day_of_joining()
    {
        var conditions = Yearly with { Window = TierWindow.JoinAnniversary };
        var course = Course();
        Buy(course, conditions, "2026-05-09", 6_000);
        Buy(course, conditions, "2026-05-10", 6_000);

        Assert.Equal("base", LevelOn(course, conditions, "2026-05-10"));
        Buy(course, conditions, "2027-05-09", 4_000);
        Assert.Equal("silver", LevelOn(course, conditions, "2027-05-09"));
        Assert.Equal(new DateOnly(2027, 5, 10), course.Standing!.KeptUntil);
    }

    [Fact]
    public void Over_a_lifetime_a_level_is_kept_for_good()
    {
        var conditions = Yearly with { Window = TierWindow.Lifetime };
        var course = Course();
        Buy(course, conditions, "2024-06-01", 6_000);
        Buy(course, conditions, "2026-06-01", 4_000);

        course.Advance(Rules(conditions), At("2040-01-01"));

        Assert.Equal("silver", course.Standing!.Level);
    }

    [Fact]
    public void Years_that_nobody_looked_at_are_judged_one_by_one()
    {
        var course = Course();
        Buy(course, Yearly, "2024-06-01", 60_000);

        // Kept by 2024 for 2025; 2025 is empty, so one down for 2026, and one more for 2027.
        course.Advance(Rules(Yearly), At("2027-02-01"));

        Assert.Equal("base", course.Standing!.Level);
        Assert.Equal(["gold", "gold", "silver", "base"], course.Changes.Select(c => c.To));
    }

    [Fact]
    public void A_level_given_by_hand_is_no_floor_it_ends_on_its_day()
    {
        var course = Course();
        var rules = Rules(Yearly);
        course.Give(rules, At("2026-03-01"), new TierLock("gold", new DateOnly(2026, 6, 1), "A guest of the house"), "A guest of the house", "admin");
        Assert.Equal("gold", LevelOn(course, Yearly, "2026-05-31"));

        Buy(course, Yearly, "2026-05-31", 10_000);
        course.Advance(rules, At("2026-06-01"));

        // What was earned meanwhile is there.
        Assert.Equal("silver", LevelOn(course, Yearly, "2026-06-01"));
    }

    [Fact]
    public void A_lower_level_can_be_given_too()
    {
        var course = Course();
        Buy(course, Yearly, "2026-03-01", 60_000);

        course.Give(Rules(Yearly), At("2026-03-02"), new TierLock("base", new DateOnly(2026, 4, 1), "Abuse"), "Abuse", "admin");

        Assert.Equal("base", LevelOn(course, Yearly, "2026-03-31"));
        Assert.Equal("gold", LevelOn(course, Yearly, "2026-04-01"));
    }

    [Fact]
    public void A_return_counts_on_the_day_of_its_purchase_and_takes_the_level_only_where_asked()
    {
        var lowering = Yearly with { LowerOnReturn = true };
        var (kept, lowered) = (Course(), Course());
        foreach (var (course, conditions) in new[] { (kept, Yearly), (lowered, lowering) })
        {
            Buy(course, conditions, "2026-03-01", 10_000);
            course.Days.Add(new DateOnly(2026, 3, 1), new PurchaseDay { Refunded = Money.Of(1m) });
            course.Advance(Rules(conditions), At("2026-03-05"));
            course.LowerAfterReturns(Rules(conditions), At("2026-03-05"));
        }

        Assert.Equal("silver", kept.Standing!.Level);
        Assert.Equal("base", lowered.Standing!.Level);
    }

    [Fact]
    public void A_level_of_last_year_is_not_taken_by_a_return_of_this_year()
    {
        var conditions = Yearly with { LowerOnReturn = true };
        var course = Course();
        Buy(course, conditions, "2025-03-01", 10_000);
        Buy(course, conditions, "2026-03-01", 100);
        course.Days.Add(new DateOnly(2026, 3, 1), new PurchaseDay { Refunded = Money.Of(100m) });

        course.LowerAfterReturns(Rules(conditions), At("2026-03-05"));

        Assert.Equal("silver", course.Standing!.Level);
    }

    [Fact]
    public void Visits_are_days_with_a_purchase_that_was_not_wholly_returned()
    {
        var conditions = Yearly with { Metric = TierMetric.Visits, Ladder = Ladder(0, 2, 5) };
        var course = Course();
        Buy(course, conditions, "2026-03-01", 10);
        Buy(course, conditions, "2026-03-01", 10);
        Assert.Equal("base", LevelOn(course, conditions, "2026-03-01"));
        Buy(course, conditions, "2026-03-02", 10);
        course.Days.Add(new DateOnly(2026, 3, 2), new PurchaseDay { Refunded = Money.Of(10m) });

        Assert.Equal(1, course.MetricOn(Rules(conditions), new DateOnly(2026, 3, 2)));
    }

    [Fact]
    public void Another_ladder_takes_nothing_before_the_period_ends_unless_it_says_so()
    {
        var stricter = Yearly with { Ladder = Ladder(0, 20_000, 80_000) };
        var (kept, moved) = (Course(), Course());
        foreach (var (course, change) in new[] { (kept, LadderChange.Keep), (moved, LadderChange.Recalculate) })
        {
            Buy(course, Yearly, "2026-03-01", 60_000);
            course.Advance(Rules(stricter with { OnChange = change }, version: 2), At("2026-04-01"));
        }

        Assert.Equal("gold", kept.Standing!.Level);
        Assert.Equal("silver", moved.Standing!.Level);
    }

    [Fact]
    public void A_level_put_in_the_middle_is_reached_at_once_by_who_has_its_metric()
    {
        var course = Course();
        Buy(course, Yearly, "2026-03-01", 30_000);
        var levels = Yearly.Ladder.Levels;
        var with = Yearly with { Ladder = new TierLadder { Levels = [levels[0], levels[1], new TierLevel { Key = "plus", Name = "Silver plus", Threshold = 25_000 }, levels[2]] } };

        course.Advance(Rules(with, version: 2), At("2026-04-01"));

        Assert.Equal("plus", course.Standing!.Level);
    }

    [Fact]
    public void Who_stands_on_a_level_that_is_gone_stands_where_the_metric_says()
    {
        var course = Course();
        Buy(course, Yearly, "2026-03-01", 30_000);
        var without = Yearly with { Ladder = new TierLadder { Levels = [Yearly.Ladder.Levels[0], Yearly.Ladder.Levels[2]] } };

        course.Advance(Rules(without, version: 2), At("2026-04-01"));

        Assert.Equal("base", course.Standing!.Level);
        Assert.Equal(TierCause.LadderChanged, course.Changes[^1].Cause);
    }

    [Fact]
    public void The_level_with_a_purchase_is_the_one_that_it_would_reach()
    {
        var course = Course();
        Buy(course, Yearly, "2026-03-01", 9_000);

        var level = course.LevelWith(Rules(Yearly), At("2026-03-02"), new PurchaseDay { Paid = Money.Of(1_000m), Receipts = 1 });

        Assert.Equal("silver", level.Key);
        Assert.Equal("base", LevelOn(course, Yearly, "2026-03-02"));
    }

    [Fact]
    public void A_purchase_that_comes_late_is_served_by_the_level_of_its_own_time()
    {
        var rules = Rules(Yearly);
        var standing = new TierStanding { Level = "gold", Since = At("2026-05-01"), KeptUntil = new DateOnly(2027, 1, 1), Version = 1 };
        var course = new TierCourse(1, Joined, standing, [(At("2026-02-01"), "silver"), (At("2026-05-01"), "gold")], new PurchaseDays(), () => ++numbers);

        Assert.Equal("base", course.LevelAt(rules, At("2026-01-15")).Key);
        Assert.Equal("silver", course.LevelAt(rules, At("2026-03-15")).Key);
        Assert.Equal("gold", course.LevelAt(rules, At("2026-05-02")).Key);
    }

    private static TierLadder Ladder(params decimal[] thresholds) =>
        new() { Levels = [.. Yearly.Ladder.Levels.Select((l, i) => l with { Threshold = thresholds[i] })] };

    private static TierRules Rules(TierConditions conditions, int version = 1) => new(conditions, version, Moscow, 1);

    private static DateTime At(string day) => Moscow.StartOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).AddHours(12);

    private static string LevelOn(TierCourse course, TierConditions conditions, string day) => course.LevelAt(Rules(conditions), At(day)).Key;

    private static void Buy(TierCourse course, TierConditions conditions, string day, decimal paid)
    {
        var at = At(day);
        course.Advance(Rules(conditions), at);
        course.Days.Add(Moscow.DayOf(at), new PurchaseDay { Paid = Money.Of(paid), Receipts = 1 });
        course.Advance(Rules(conditions), at);
    }

    private TierCourse Course() => new(1, Joined, null, [], new PurchaseDays(), () => ++numbers);
}
