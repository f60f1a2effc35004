using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Subscriptions;

/// <summary>What happens to a subscription, told day by day in Moscow, at noon where no hour is said.</summary>
internal sealed class Story
{
    public static readonly ProgramCalendar Moscow = ProgramCalendar.Of("Europe/Moscow");
    private readonly List<SubscriptionEvent> events = [];

    public IReadOnlyList<SubscriptionEvent> Events => events;

    public SubscriptionCourse Course => SubscriptionCourse.Of(events, Moscow);

    public static DateTime At(int year, int month, int day, int hour = 12) => Moscow.ToUtc(new DateTime(year, month, day, hour, 0, 0));

    public static DateTime Midnight(int year, int month, int day) => Moscow.StartOf(new DateOnly(year, month, day));

    public Story Starts(DateTime at, int trialDays = 0, int grace = 7) => Add(at, SubscriptionEventKind.Started, e => e with { TrialDays = trialDays, GraceDays = grace });

    public Story Pays(DateTime at, int length = 1, PeriodUnit unit = PeriodUnit.Months, int grace = 7) =>
        Add(at, SubscriptionEventKind.Paid, e => e with { Amount = Money.Of(100), Length = length, Unit = unit, GraceDays = grace });

    public Story Cancels(DateTime at) => Add(at, SubscriptionEventKind.Cancelled, e => e);

    public Story GetsBack(DateTime at, DateTime? until = null) => Add(at, SubscriptionEventKind.Refunded, e => e with { Until = until ?? at });

    public SubscriptionState? On(int year, int month, int day) => Course.StateAt(At(year, month, day));

    private Story Add(DateTime at, SubscriptionEventKind kind, Func<SubscriptionEvent, SubscriptionEvent> change)
    {
        events.Add(change(new SubscriptionEvent { Id = events.Count + 1, SubscriptionId = 1, Kind = kind, At = at, RecordedAt = at, Author = "test" }));
        return this;
    }
}
