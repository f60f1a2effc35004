using LoyaltyAdmin.Domain.Subscriptions;
using static LoyaltyAdmin.Tests.Domain.Subscriptions.Story;

namespace LoyaltyAdmin.Tests.Domain.Subscriptions;

/// <summary>R17: trial, active, past due, grace, cancelled; benefits to the end of the paid period.</summary>
public sealed class R17SubscriptionTests
{
    [Fact]
    public void A_trial_of_fourteen_days_has_fourteen_local_days_and_then_grace()
    {
        var story = new Story().Starts(At(2026, 3, 10, 18), trialDays: 14, grace: 7);

        Assert.Equal(
            [
                new(SubscriptionState.Trial, At(2026, 3, 10, 18), Midnight(2026, 3, 24)),
                new(SubscriptionState.PastDue, Midnight(2026, 3, 24), Midnight(2026, 3, 31)),
                new(SubscriptionState.Lapsed, Midnight(2026, 3, 31), LoyaltyAdmin.Domain.Values.ProgramCalendar.Never),
            ],
            story.Course.Spans);
        Assert.Null(story.Course.StateAt(At(2026, 3, 10, 17)));
    }

    [Fact]
    public void A_payment_on_trial_loses_no_day_of_it()
    {
        var course = new Story().Starts(At(2026, 3, 10), trialDays: 14).Pays(At(2026, 3, 12)).Course;

        Assert.Equal((Midnight(2026, 4, 24), SubscriptionState.Active), (course.PaidUntil, course.StateAt(At(2026, 3, 12))));
    }

    [Fact]
    public void Months_are_counted_from_the_first_day_so_the_31st_comes_back()
    {
        var story = new Story().Starts(At(2026, 1, 31)).Pays(At(2026, 1, 31));
        Assert.Equal(Midnight(2026, 2, 28), story.Course.PaidUntil);

        story.Pays(At(2026, 2, 27));
        Assert.Equal(Midnight(2026, 3, 31), story.Course.PaidUntil);

        story.Pays(At(2026, 4, 2));
        Assert.Equal(Midnight(2026, 4, 30), story.Course.PaidUntil);
    }

    [Fact]
    public void Paid_in_grace_the_new_period_begins_where_the_old_one_ended()
    {
        var story = new Story().Starts(At(2026, 5, 1)).Pays(At(2026, 5, 1)).Pays(At(2026, 6, 5));

        Assert.Equal(SubscriptionState.PastDue, story.On(2026, 6, 3));
        Assert.Equal(SubscriptionState.Active, story.On(2026, 6, 6));
        Assert.Equal(Midnight(2026, 7, 1), story.Course.PaidUntil);
    }

    [Fact]
    public void Paid_after_it_lapsed_it_begins_anew_on_that_day()
    {
        var story = new Story().Starts(At(2026, 5, 1)).Pays(At(2026, 5, 1)).Pays(At(2026, 8, 10));

        Assert.Equal(SubscriptionState.Lapsed, story.On(2026, 6, 8));
        Assert.Equal(SubscriptionState.Active, story.On(2026, 8, 10));
        Assert.Equal(Midnight(2026, 9, 10), story.Course.PaidUntil);
    }

    [Fact]
    public void Paid_so_late_in_grace_that_the_period_would_be_over_it_begins_on_that_day()
    {
        var story = new Story().Starts(At(2026, 5, 1)).Pays(At(2026, 5, 1), 5, PeriodUnit.Days, grace: 30).Pays(At(2026, 5, 20), 5, PeriodUnit.Days);

        Assert.Equal((SubscriptionState.PastDue, SubscriptionState.Active, Midnight(2026, 5, 25)), (story.On(2026, 5, 19), story.On(2026, 5, 21), story.Course.PaidUntil));
    }

    [Fact]
    public void Without_days_of_grace_it_lapses_at_the_end()
    {
        var story = new Story().Starts(At(2026, 5, 1), grace: 0).Pays(At(2026, 5, 1), grace: 0);

        Assert.Equal([SubscriptionState.Active, SubscriptionState.Lapsed], story.Course.Spans.Select(s => s.State));
    }

    [Fact]
    public void Cancelled_it_lasts_to_the_end_of_what_is_paid_and_no_grace_follows()
    {
        var story = new Story().Starts(At(2026, 5, 1)).Pays(At(2026, 5, 1)).Cancels(At(2026, 5, 10));

        Assert.Equal(SubscriptionState.Cancelled, story.On(2026, 5, 31));
        Assert.Equal(SubscriptionState.Ended, story.On(2026, 6, 1));
    }

    [Fact]
    public void A_payment_takes_the_cancellation_back()
    {
        var story = new Story().Starts(At(2026, 5, 1)).Pays(At(2026, 5, 1)).Cancels(At(2026, 5, 10)).Pays(At(2026, 5, 20));

        Assert.Equal((SubscriptionState.Active, Midnight(2026, 7, 1)), (story.On(2026, 6, 15), story.Course.PaidUntil));
    }

    [Fact]
    public void Cancelled_past_due_it_ends_at_once()
    {
        var story = new Story().Starts(At(2026, 5, 1)).Pays(At(2026, 5, 1)).Cancels(At(2026, 6, 3));

        Assert.Equal(SubscriptionState.Ended, story.On(2026, 6, 4));
    }

    [Fact]
    public void Money_given_back_ends_it_at_once_or_after_the_day_that_was_said()
    {
        var atOnce = new Story().Starts(At(2026, 5, 1)).Pays(At(2026, 5, 1)).GetsBack(At(2026, 5, 10));
        var later = new Story().Starts(At(2026, 5, 1)).Pays(At(2026, 5, 1)).GetsBack(At(2026, 5, 10), Midnight(2026, 5, 21));

        Assert.Equal(SubscriptionState.Ended, atOnce.Course.StateAt(At(2026, 5, 10)));
        Assert.Equal((SubscriptionState.Cancelled, SubscriptionState.Ended), (later.On(2026, 5, 20), later.On(2026, 5, 21)));
    }

    [Fact]
    public void A_refund_never_lengthens_what_was_paid()
    {
        var story = new Story().Starts(At(2026, 5, 1)).Pays(At(2026, 5, 1)).GetsBack(At(2026, 5, 10), Midnight(2027, 1, 1));

        Assert.Equal(SubscriptionState.Ended, story.On(2026, 6, 1));
    }

    [Fact]
    public void Periods_of_days_follow_one_another()
    {
        var story = new Story().Starts(At(2026, 5, 1)).Pays(At(2026, 5, 1), 30, PeriodUnit.Days).Pays(At(2026, 5, 20), 30, PeriodUnit.Days);

        Assert.Equal(Midnight(2026, 6, 30), story.Course.PaidUntil);
    }

    [Fact]
    public void A_payment_that_is_reported_late_counts_from_its_own_time()
    {
        var story = new Story().Starts(At(2026, 5, 1)).Pays(At(2026, 5, 1)).Pays(At(2026, 7, 20)).Pays(At(2026, 5, 30));

        // The last one told was the second one paid: June is paid, July lapses, and 20 July begins anew.
        Assert.Equal(SubscriptionState.Active, story.On(2026, 6, 20));
        Assert.Equal(SubscriptionState.Lapsed, story.On(2026, 7, 10));
        Assert.Equal(Midnight(2026, 8, 20), story.Course.PaidUntil);
    }

    [Fact]
    public void Nothing_happens_before_the_start() =>
        Assert.Throws<ArgumentException>(() => new Story().Pays(At(2026, 5, 1)).Course);
}
