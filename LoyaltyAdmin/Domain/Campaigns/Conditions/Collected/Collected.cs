using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>What is collected over several purchases.</summary>
public enum CollectedMeasure
{
    Purchases,

    /// <summary>Units.</summary>
    Quantity,

    /// <summary>Money.</summary>
    Sum,
}

/// <summary>Over what time it is collected.</summary>
public enum CollectedSpan
{
    /// <summary>As long as the campaign runs.</summary>
    Campaign,

    /// <summary>Monday to Sunday.</summary>
    Week,

    Month,
    Year,
}

/// <summary>Enough collected over several purchases: a stamp card, or so much spent in a month.</summary>
public sealed record CollectedCondition : Condition
{
    public CollectedMeasure Measure { get; init; }

    /// <summary>What counts; nothing named means all goods.</summary>
    public GoodsSet Goods { get; init; } = GoodsSet.None;

    public CollectedSpan Span { get; init; }

    /// <summary>Purchases, units, or units of currency.</summary>
    [Range(0.01, 100_000_000), Decimals(3)]
    public decimal Target { get; init; } = 10m;

    /// <summary>Whether it begins anew when the target is reached.</summary>
    public bool Repeats { get; init; } = true;

    /// <summary>Names the running total within the campaign; two conditions of one name share it.</summary>
    [Required, MaxLength(30)]
    public string Counter { get; init; } = "main";
}

/// <summary>
/// Adds the purchase to a running total and holds when a target is reached that was not rewarded yet. What a return takes off is
/// to be collected again, and is not rewarded again.
/// </summary>
public sealed class Collected() : ConditionMechanic<CollectedCondition>("collected")
{
    public override CampaignNeeds Needs => CampaignNeeds.Counters;

    /// <summary>The first local day of the span that a day is in.</summary>
    public static DateOnly StartOf(CollectedSpan span, DateOnly day) => span switch
    {
        CollectedSpan.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        CollectedSpan.Month => Month.Of(day),
        CollectedSpan.Year => new DateOnly(day.Year, 1, 1),
        _ => DateOnly.MinValue,
    };

    protected override ConditionTest Prepare(CollectedCondition settings)
    {
        var goods = settings.Goods.IsEmpty ? null : new GoodsIndex(settings.Goods);
        var target = Math.Max(1, settings.Measure switch
        {
            CollectedMeasure.Purchases => (long)decimal.Ceiling(settings.Target),
            CollectedMeasure.Quantity => Purchase.Thousandths(settings.Target),
            _ => Purchase.Minor(settings.Target),
        });
        return (purchase, offer) =>
        {
            var lines = goods is null ? purchase.Goods : purchase.Find(goods);
            if (purchase.Member is null || lines.IsEmpty)
            {
                return Match.No;
            }

            var byLine = ByLine(settings.Measure, purchase, lines);
            var added = settings.Measure == CollectedMeasure.Purchases ? 1 : byLine.Sum(l => l.Added);
            if (added == 0)
            {
                return Match.No;
            }

            var key = new CounterKey(offer.Campaign, settings.Counter, StartOf(settings.Span, purchase.Day));
            var before = purchase.Facts.Counters.GetValueOrDefault(key);
            var reached = Math.Min(settings.Repeats ? int.MaxValue : 1, (before.Total + added) / target);
            var times = (int)Math.Max(0, reached - before.Rewarded);
            offer.Move(new CounterMove(key, before, added, times, byLine));
            return times > 0 ? new Match(true, goods is null ? null : lines, times) : Match.No;
        };
    }

    protected override Requirement Require(CollectedCondition settings) => new(settings.Goods.IsEmpty ? null : settings.Goods);

    private static List<CounterLine> ByLine(CollectedMeasure measure, Purchase purchase, LineSet lines)
    {
        var byLine = new List<CounterLine>();
        for (var i = 0; measure != CollectedMeasure.Purchases && i < purchase.Prices.Length; i++)
        {
            var added = measure == CollectedMeasure.Quantity ? purchase.Draft.Lines[i].Quantity.Thousandths : purchase.Prices[i];
            if (lines.Contains(i) && added > 0)
            {
                byLine.Add(new CounterLine(purchase.Draft.Lines[i].Line, added));
            }
        }

        return byLine;
    }
}
