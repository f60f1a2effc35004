using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Tests.Features.Tiers;

namespace LoyaltyAdmin.Tests.Domain.Tiers;

/// <summary>R7, whatever is bought and whenever anybody looks.</summary>
public sealed class TierPropertiesTests
{
    private static readonly ProgramCalendar Moscow = ProgramCalendar.Of("Europe/Moscow");
    private static readonly DateOnly Joined = new(2023, 2, 28);
    private static readonly DateOnly End = new(2026, 11, 1);

    private static readonly Gen<(int Day, long Paid, bool Returned)> Purchases =
        from day in Gen.Choose(0, 1_300)
        from paid in Gen.Choose(0, 400_000)
        from fate in Gen.Choose(0, 5)
        select (day, (long)paid, fate == 0);

    private static readonly Gen<TierConditions> Rules =
        from window in Gen.Elements(Enum.GetValues<TierWindow>())
        from stay in Gen.Elements(Enum.GetValues<TierStay>())
        from landing in Gen.Elements(Enum.GetValues<TierLanding>())
        from grace in Gen.Elements(0, 14, 90)
        select Ladder.Conditions().Tiers with { Window = window, Stay = stay, Landing = landing, GraceDays = grace };

    private static readonly Gen<Case> Cases =
        from conditions in Rules
        from purchases in Gen.ArrayOf(Purchases, 12)
        from looks in Gen.ArrayOf(Gen.Choose(0, 1_300), 5)
        select new Case(conditions, [.. purchases.OrderBy(p => p.Day)], [.. looks.Order()]);

    /// <summary>The nightly work is a convenience: a place is the same whether it was looked at each night or only now.</summary>
    [Fact]
    public void A_place_does_not_depend_on_who_looked_at_it_and_how_often() => ForAll(given =>
    {
        var (often, once) = (given.Walk(given.Looks), given.Walk([]));
        return often.Standing?.Level == once.Standing?.Level && often.Standing?.KeptUntil == once.Standing?.KeptUntil;
    });

    [Fact]
    public void Nobody_stands_lower_than_their_metric_gives() => ForAll(given =>
    {
        var course = given.Walk([]);
        var rules = given.Rules;
        return rules.Ladder.PlaceOf(course.LevelAt(rules, Case.At(End)).Key) >= rules.Ladder.PlaceFor(course.MetricOn(rules, End));
    });

    [Fact]
    public void Each_step_begins_where_the_one_before_ended() => ForAll(given =>
    {
        var changes = given.Walk(given.Looks).Changes;
        return changes.Zip(changes.Skip(1)).All(pair => pair.First.To == pair.Second.From && pair.First.At <= pair.Second.At);
    });

    private static void ForAll(Func<Case, bool> claim) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Cases.ToArbitrary(), claim));

    private sealed record Case(TierConditions Conditions, (int Day, long Paid, bool Returned)[] Purchases, int[] Looks)
    {
        public TierRules Rules { get; } = new(Conditions, 1, Moscow, 1);

        public static DateTime At(DateOnly day) => Moscow.StartOf(day).AddHours(12);

        public TierCourse Walk(int[] looks)
        {
            var number = 0L;
            var course = new TierCourse(1, Joined, null, [], new PurchaseDays(), () => ++number);
            var steps = Purchases.Select(p => (Day: p.Day, Buys: true, Bought: p)).Concat(looks.Select(day => (Day: day, Buys: false, Bought: default((int Day, long Paid, bool Returned)))));
            foreach (var step in steps.OrderBy(s => s.Day).ThenBy(s => s.Buys))
            {
                var day = Joined.AddDays(step.Day);
                course.Advance(Rules, At(day));
                if (step.Buys)
                {
                    course.Days.Add(day, new PurchaseDay { Paid = new Money(step.Bought.Paid), Receipts = 1 });
                    course.Advance(Rules, At(day));
                    course.Days.Add(day, step.Bought.Returned ? new PurchaseDay { Refunded = new Money(step.Bought.Paid) } : new PurchaseDay());
                }
            }

            course.Advance(Rules, At(End));
            return course;
        }

        public override string ToString() => $"{Conditions.Window} {Conditions.Stay} {Conditions.Landing} {Conditions.GraceDays}: {string.Join(", ", Purchases)} looked {string.Join(", ", Looks)}";
    }
}
