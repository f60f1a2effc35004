using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Subscriptions;

/// <summary>
/// The course of a subscription (R17), a function of its events: which state it has when, what has been and what will be if
/// nothing happens. Periods end at midnight of the program's zone; months are counted from the first day of an unbroken row
/// of payments, so that the 31st comes back after a short month.
/// </summary>
public sealed class SubscriptionCourse
{
    private readonly ProgramCalendar calendar;
    private readonly List<Span> spans = [];
    private SubscriptionState? state;
    private DateTime since;
    private DateTime end;
    private DateOnly anchor;
    private int months;
    private int grace;

    private SubscriptionCourse(ProgramCalendar calendar) => this.calendar = calendar;

    /// <summary>A time in which the state is one; the end is exclusive.</summary>
    public readonly record struct Span(SubscriptionState State, DateTime From, DateTime Until);

    /// <summary>From the start to the end of time, without gaps.</summary>
    public IReadOnlyList<Span> Spans => spans;

    /// <summary>The end of the trial or of what is paid, exclusive.</summary>
    public DateTime PaidUntil => end;

    /// <summary>The course of these events, whatever order they were reported in.</summary>
    /// <param name="events">Of one subscription; the earliest is its start.</param>
    /// <param name="calendar">Of the program.</param>
    /// <exception cref="ArgumentException">There is no start, or something happens before it.</exception>
    public static SubscriptionCourse Of(IEnumerable<SubscriptionEvent> events, ProgramCalendar calendar)
    {
        var course = new SubscriptionCourse(calendar);
        foreach (var happened in events.OrderBy(e => e.At).ThenBy(e => e.Kind != SubscriptionEventKind.Started).ThenBy(e => e.Id))
        {
            course.Apply(happened);
        }

        course.PassUntil(ProgramCalendar.Never);
        course.Close(ProgramCalendar.Never);
        return course;
    }

    /// <summary>Null before the start.</summary>
    public SubscriptionState? StateAt(DateTime at) => spans.Where(s => s.From <= at && at < s.Until).Select(s => (SubscriptionState?)s.State).FirstOrDefault();

    private void Apply(SubscriptionEvent happened)
    {
        if (state is null != (happened.Kind == SubscriptionEventKind.Started))
        {
            throw new ArgumentException("A subscription starts once, and nothing happens before.", nameof(happened));
        }

        PassUntil(happened.At);
        switch (happened.Kind)
        {
            case SubscriptionEventKind.Started:
                (anchor, grace) = (calendar.DayOf(happened.At).AddDays(happened.TrialDays), happened.GraceDays);
                end = happened.TrialDays == 0 ? happened.At : calendar.StartOf(anchor);
                Become(happened.TrialDays == 0 ? SubscriptionState.Ended : SubscriptionState.Trial, happened.At);
                break;
            case SubscriptionEventKind.Paid:
                Pay(happened);
                break;
            case SubscriptionEventKind.Cancelled when state is SubscriptionState.Trial or SubscriptionState.Active:
                Become(SubscriptionState.Cancelled, happened.At);
                break;
            case SubscriptionEventKind.Cancelled when state == SubscriptionState.PastDue:
                Become(SubscriptionState.Ended, happened.At);
                break;
            case SubscriptionEventKind.Refunded when state!.Value.HasBenefits():
                GiveBack(happened);
                break;
        }
    }

    private void Pay(SubscriptionEvent payment)
    {
        var goesOn = state!.Value.HasBenefits() && Lengthen(payment) > payment.At;
        if (!goesOn)
        {
            // Nothing to go on from, or so long past due that the period would be over already: it begins on the day of the payment.
            (anchor, months) = (calendar.DayOf(payment.At), 0);
            Lengthen(payment);
        }

        (end, grace) = (calendar.StartOf(anchor.AddMonths(months)), payment.GraceDays);
        Become(SubscriptionState.Active, payment.At);
    }

    /// <summary>One period more; its end.</summary>
    private DateTime Lengthen(SubscriptionEvent payment)
    {
        (anchor, months) = payment.Unit == PeriodUnit.Months
            ? (anchor, months + payment.Length)
            : (anchor.AddMonths(months).AddDays(payment.Length), 0);
        return calendar.StartOf(anchor.AddMonths(months));
    }

    private void GiveBack(SubscriptionEvent refund)
    {
        var until = refund.Until is { } named && named > refund.At ? named : refund.At;
        var last = until < end ? until : end;
        if (last <= refund.At)
        {
            end = end < refund.At ? end : refund.At;
            Become(SubscriptionState.Ended, refund.At);
            return;
        }

        (end, anchor, months) = (last, calendar.DayOf(last), 0);
        Become(SubscriptionState.Cancelled, refund.At);
    }

    /// <summary>What time alone brings up to an instant.</summary>
    private void PassUntil(DateTime at)
    {
        while (Next() is { } next && next.At <= at && next.At < ProgramCalendar.Never)
        {
            Become(next.To, next.At);
        }
    }

    private (DateTime At, SubscriptionState To)? Next() => state switch
    {
        SubscriptionState.Trial or SubscriptionState.Active => (end, grace > 0 ? SubscriptionState.PastDue : SubscriptionState.Lapsed),
        SubscriptionState.PastDue => (calendar.StartOf(calendar.DayOf(end).AddDays(grace)), SubscriptionState.Lapsed),
        SubscriptionState.Cancelled => (end, SubscriptionState.Ended),
        _ => null,
    };

    private void Become(SubscriptionState next, DateTime at)
    {
        Close(at);
        (state, since) = (next, at);
    }

    private void Close(DateTime at)
    {
        if (state is not { } closed || at <= since)
        {
            return;
        }

        if (spans is [.., var last] && last.State == closed)
        {
            spans[^1] = last with { Until = at };
        }
        else
        {
            spans.Add(new Span(closed, since, at));
        }
    }
}
