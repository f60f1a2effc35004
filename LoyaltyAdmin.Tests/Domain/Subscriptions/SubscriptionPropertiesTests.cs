using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Subscriptions;

/// <summary>R17, whatever happens to a subscription and in whatever order it is told.</summary>
public sealed class SubscriptionPropertiesTests
{
    private static readonly DateTime Begin = Story.At(2026, 1, 31);

    private static readonly Gen<(int Hours, int Kind, int Length, int Grace)> Steps =
        from hours in Gen.Choose(0, 24 * 500)
        from kind in Gen.Choose(0, 6)
        from length in Gen.Choose(1, 40)
        from grace in Gen.Elements(0, 3, 30)
        select (hours, kind, length, grace);

    private static readonly Gen<Case> Cases =
        from trial in Gen.Elements(0, 14, 30)
        from grace in Gen.Elements(0, 7)
        from steps in Gen.ArrayOf(Steps, 10)
        from looks in Gen.ArrayOf(Gen.Choose(0, 24 * 700), 8)
        select new Case(trial, grace, steps, looks);

    /// <summary>What is told later changes nothing of what was before it: so no job and no look has to come first.</summary>
    [Fact]
    public void A_state_depends_only_on_what_has_happened_by_then() => ForAll(given => given.Looks.All(hours =>
    {
        var at = Begin.AddHours(hours);
        return given.Course().StateAt(at) == SubscriptionCourse.Of(given.Events.Where(e => e.At <= at), Story.Moscow).StateAt(at);
    }));

    [Fact]
    public void The_order_of_telling_does_not_matter() => ForAll(given =>
        given.Course().Spans.SequenceEqual(SubscriptionCourse.Of(given.Events.Reverse(), Story.Moscow).Spans));

    [Fact]
    public void Times_of_one_state_follow_one_another_without_gaps() => ForAll(given =>
    {
        var spans = given.Course().Spans;
        return spans[0].From == Begin && spans[^1].Until == ProgramCalendar.Never
            && spans.Zip(spans.Skip(1)).All(pair => pair.First.Until == pair.Second.From && pair.First.State != pair.Second.State)
            && spans.All(s => s.From < s.Until);
    });

    /// <summary>Benefits are never given for longer than trial, paid periods and the days of grace after each unpaid end can last.</summary>
    [Fact]
    public void Benefits_never_last_longer_than_trial_payments_and_grace() => ForAll(given =>
    {
        var spans = given.Course().Spans;
        var had = spans.Where(s => s.State.HasBenefits()).Aggregate(TimeSpan.Zero, (sum, s) => sum + (s.Until - s.From));
        var grace = spans.Where(s => s.State == SubscriptionState.PastDue).Aggregate(TimeSpan.Zero, (sum, s) => sum + (s.Until - s.From));
        var paid = given.Events.Where(e => e.Kind == SubscriptionEventKind.Paid).Sum(e => e.Unit == PeriodUnit.Days ? e.Length : e.Length * 31);
        return had - grace <= TimeSpan.FromDays(given.Trial + paid)
            && spans.Where(s => s.State == SubscriptionState.PastDue).All(s => s.Until - s.From <= TimeSpan.FromDays(30));
    });

    [Fact]
    public void Nobody_has_benefits_who_neither_tries_nor_pays() => ForAll(given =>
        given.Trial > 0 || given.Events.Any(e => e.Kind == SubscriptionEventKind.Paid) || given.Course().Spans.All(s => !s.State.HasBenefits()));

    private static void ForAll(Func<Case, bool> claim) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Cases.ToArbitrary(), claim));

    private sealed record Case(int Trial, int Grace, (int Hours, int Kind, int Length, int Grace)[] Steps, int[] Looks)
    {
        public IEnumerable<SubscriptionEvent> Events { get; } = Tell(Trial, Grace, Steps);

        public SubscriptionCourse Course() => SubscriptionCourse.Of(Events, Story.Moscow);

        private static IReadOnlyList<SubscriptionEvent> Tell(int trial, int grace, (int Hours, int Kind, int Length, int Grace)[] steps)
        {
            var story = new Story().Starts(Begin, trial, grace);
            foreach (var (hours, kind, length, days) in steps)
            {
                var at = Begin.AddHours(hours);
                _ = kind switch
                {
                    0 or 1 or 2 => story.Pays(at, 1 + (length % 12), PeriodUnit.Months, days),
                    3 or 4 => story.Pays(at, length, PeriodUnit.Days, days),
                    5 => story.Cancels(at),
                    _ => story.GetsBack(at, at.AddDays(length - 10)),
                };
            }

            return story.Events;
        }

        public override string ToString() => $"trial {Trial}, grace {Grace}: {string.Join(", ", Steps)}; looked {string.Join(", ", Looks)}";
    }
}
