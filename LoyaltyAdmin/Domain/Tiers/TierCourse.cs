using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Tiers;

/// <summary>
/// One member's way on the ladder (R7), in memory: rises at once, is judged at the end of each period and after days of grace,
/// and lands as the conditions say. It never looks at a balance. Each step is kept as a <see cref="TierChange"/>.
/// </summary>
public sealed class TierCourse
{
    private readonly long memberId;
    private readonly DateOnly joinedOn;
    private readonly Func<long> nextId;
    private readonly List<TierChange> changes = [];
    private readonly IReadOnlyList<(DateTime At, string To)> past;

    /// <summary>Takes a member's place as it was stored.</summary>
    /// <param name="memberId">Whose way it is.</param>
    /// <param name="joinedOn">The local day of joining.</param>
    /// <param name="standing">The stored place; null for who never left the lowest level.</param>
    /// <param name="past">Earlier steps in time, needed only for purchases that come late.</param>
    /// <param name="days">The purchases, as far back as the rules look.</param>
    /// <param name="nextId">Numbers of new steps.</param>
    public TierCourse(
        long memberId, DateOnly joinedOn, TierStanding? standing, IReadOnlyList<(DateTime At, string To)> past, PurchaseDays days, Func<long> nextId)
    {
        (this.memberId, this.joinedOn, this.past, this.nextId) = (memberId, joinedOn, past, nextId);
        (Standing, Days) = (standing, days);
    }

    public long MemberId => memberId;

    /// <summary>The place now; null while the member has never left the lowest level.</summary>
    public TierStanding? Standing { get; private set; }

    public PurchaseDays Days { get; }

    /// <summary>The steps of this course, in their order.</summary>
    public IReadOnlyList<TierChange> Changes => changes;

    /// <summary>Whether what is stored must be written anew.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>The level that counted at an instant, by the ladder of these rules.</summary>
    public TierLevel LevelAt(TierRules rules, DateTime at)
    {
        var key = Standing is null ? null
            : at >= Standing.Since ? Standing.LevelOn(rules.Calendar.DayOf(at))
            : past.LastOrDefault(step => step.At <= at).To;
        return rules.Ladder.Find(key) ?? rules.Ladder.Levels[0];
    }

    /// <summary>Brings the place up to an instant: another ladder, ends of gifts and of periods, and a rise where the metric gives one.</summary>
    /// <param name="rules">As in force at the instant.</param>
    /// <param name="at">Not earlier than the latest step, else the metric alone is looked at again.</param>
    /// <param name="receiptId">The purchase that leads here, if one does.</param>
    public void Advance(TierRules rules, DateTime at, long? receiptId = null)
    {
        at = Standing is { } known && known.Since > at ? known.Since : at;
        var day = rules.Calendar.DayOf(at);
        FollowLadder(rules, at, day);
        EndGift(rules, at, day);
        while (Standing is { } kept && kept.KeptUntil < DateOnly.MaxValue.AddDays(-rules.Conditions.GraceDays)
            && kept.KeptUntil.AddDays(rules.Conditions.GraceDays) is var judged && judged <= day)
        {
            Judge(rules, kept, judged);
        }

        Rise(rules, at, day, receiptId);
    }

    /// <summary>The level that a purchase would lead to, counted beside those of <see cref="Days"/>.</summary>
    public TierLevel LevelWith(TierRules rules, DateTime at, PurchaseDay bought)
    {
        var day = rules.Calendar.DayOf(at);
        var now = LevelAt(rules, at);
        if (Standing?.Lock is { } given && day < given.Until)
        {
            return now;
        }

        var with = new PurchaseDays();
        with.Add(day, bought);
        var value = MetricOn(rules, day) + with.Sum(rules, day, day.AddDays(1));
        var place = Math.Max(rules.Ladder.PlaceFor(value), rules.Ladder.PlaceOf(now.Key));
        return rules.Ladder.Levels[place];
    }

    /// <summary>The metric that counts for rising on a day, in whole units.</summary>
    public decimal MetricOn(TierRules rules, DateOnly day) => Days.Sum(
        rules, TierPeriods.CountedFrom(rules.Conditions.Window, joinedOn, day), day.AddDays(1));

    /// <summary>What of the purchases so far counts for keeping the level beyond its end, in whole units.</summary>
    public decimal MetricForKeeping(TierRules rules)
    {
        var kept = Standing?.KeptUntil ?? DateOnly.MaxValue;
        if (kept == DateOnly.MaxValue)
        {
            return 0;
        }

        var judged = kept.AddDays(rules.Conditions.GraceDays);
        return Days.Sum(rules, TierPeriods.JudgedFrom(rules.Conditions, joinedOn, kept, judged), judged);
    }

    /// <summary>Gives a level by hand until a day, or takes such a gift back where none is given.</summary>
    public void Give(TierRules rules, DateTime at, TierLock? gift, string reason, string author)
    {
        var before = LevelAt(rules, at).Key;
        var standing = Standing ?? Lowest(rules);
        Standing = standing with { Lock = gift, Version = rules.Version };
        Keep(rules, at, before, gift is null ? TierCause.GiftEnded : TierCause.Given, metric: null, receiptId: null, reason, author);
    }

    /// <summary>At the end of a day with returns: takes the level away that their purchases had brought in the time that counts now.</summary>
    public void LowerAfterReturns(TierRules rules, DateTime at)
    {
        var day = rules.Calendar.DayOf(at);
        if (!rules.Conditions.LowerOnReturn || Standing is not { RaisedFrom: { } from } standing
            || rules.Calendar.DayOf(standing.Since) < TierPeriods.CountedFrom(rules.Conditions.Window, joinedOn, day))
        {
            return;
        }

        var metric = MetricOn(rules, day);
        var place = Math.Max(rules.Ladder.PlaceFor(metric), Math.Max(0, rules.Ladder.PlaceOf(from)));
        if (place < rules.Ladder.PlaceOf(standing.Level))
        {
            var before = LevelAt(rules, at).Key;
            Standing = Placed(rules, standing, place, at, day) with { RaisedFrom = null };
            Keep(rules, at, before, TierCause.Returned, metric);
        }
    }

    private static TierStanding Lowest(TierRules rules) => new() { Level = rules.Ladder.Levels[0].Key, Version = rules.Version };

    private TierStanding Placed(TierRules rules, TierStanding standing, int place, DateTime at, DateOnly day) => standing with
    {
        Level = rules.Ladder.Levels[place].Key,
        Since = at,
        Version = rules.Version,
        KeptUntil = place == 0 ? DateOnly.MaxValue : TierPeriods.KeptUntil(rules.Conditions, joinedOn, day),
    };

    private void FollowLadder(TierRules rules, DateTime at, DateOnly day)
    {
        if (Standing is not { } standing || standing.Version == rules.Version)
        {
            return;
        }

        var before = standing.LevelOn(day);
        var (known, metric) = (rules.Ladder.PlaceOf(standing.Level), MetricOn(rules, day));
        var byMetric = rules.Ladder.PlaceFor(metric);
        var gift = standing.Lock is { } given && rules.Ladder.PlaceOf(given.Level) >= 0 ? given : null;
        standing = standing with { Version = rules.Version, Lock = gift };
        var place = rules.Conditions.OnChange == LadderChange.Recalculate || known < 0 ? byMetric : Math.Max(known, byMetric);
        if (place == known)
        {
            // The level stays; only what ends it may be another day under the other rules.
            Standing = place > 0 && standing.KeptUntil == DateOnly.MaxValue
                ? standing with { KeptUntil = TierPeriods.KeptUntil(rules.Conditions, joinedOn, day) }
                : rules.Conditions.Window == TierWindow.Lifetime ? standing with { KeptUntil = DateOnly.MaxValue } : standing;
            HasChanged = true;
            return;
        }

        Standing = Placed(rules, standing, place, at, day) with { RaisedFrom = null };
        Keep(rules, at, before, TierCause.LadderChanged, metric);
    }

    private void EndGift(TierRules rules, DateTime at, DateOnly day)
    {
        if (Standing is { Lock: { } gift } standing && gift.Until <= day)
        {
            Standing = standing with { Lock = null };
            Keep(rules, at, gift.Level, TierCause.GiftEnded, metric: null);
        }
    }

    /// <summary>The end of a period: the level is kept, or the member lands (R7).</summary>
    private void Judge(TierRules rules, TierStanding standing, DateOnly judged)
    {
        var metric = MetricForKeeping(rules);
        var (place, byMetric) = (Math.Max(0, rules.Ladder.PlaceOf(standing.Level)), rules.Ladder.PlaceFor(metric));
        var landing = byMetric >= place ? place : rules.Conditions.Landing switch
        {
            TierLanding.OneDown => Math.Max(place - 1, byMetric),
            TierLanding.ByMetric => byMetric,
            _ => 0,
        };

        // What the days of grace have brought in the new period counts at once, as any purchase does.
        var begun = Days.Sum(rules, TierPeriods.CountedFrom(rules.Conditions.Window, joinedOn, judged), judged);
        landing = Math.Max(landing, rules.Ladder.PlaceFor(begun));
        var at = rules.Calendar.StartOf(judged);
        var before = standing.LevelOn(judged);
        var next = Placed(rules, standing, landing, at, judged);
        Standing = landing == place ? next with { Since = standing.Since } : next with { RaisedFrom = null };
        Keep(rules, at, before, landing == place ? TierCause.Renewed : TierCause.Lowered, metric);
    }

    private void Rise(TierRules rules, DateTime at, DateOnly day, long? receiptId)
    {
        var metric = MetricOn(rules, day);
        var (place, reached) = (Math.Max(0, rules.Ladder.PlaceOf(Standing?.Level ?? "")), rules.Ladder.PlaceFor(metric));
        if (reached <= place)
        {
            return;
        }

        var before = LevelAt(rules, at).Key;
        var standing = Standing ?? Lowest(rules);
        Standing = Placed(rules, standing, reached, at, day) with { RaisedFrom = rules.Ladder.Levels[place].Key };
        Keep(rules, at, before, TierCause.Raised, metric, receiptId);
    }

    private void Keep(
        TierRules rules, DateTime at, string before, TierCause cause, decimal? metric, long? receiptId = null, string? reason = null, string? author = null)
    {
        HasChanged = true;
        var day = rules.Calendar.DayOf(at);
        changes.Add(new TierChange
        {
            Id = nextId(),
            MemberId = memberId,
            At = at,
            Day = day,
            From = before,
            To = Standing!.LevelOn(day),
            Cause = cause,
            Metric = metric is { } value ? (long)(value * 100m) : null,
            Version = rules.Version,
            KeptUntil = Standing.KeptUntil,
            ReceiptId = receiptId,
            Reason = reason,
            Author = author,
        });
    }
}
