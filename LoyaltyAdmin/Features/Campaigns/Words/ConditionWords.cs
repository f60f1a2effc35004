using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Shell.Components;

namespace LoyaltyAdmin.Features.Campaigns.Words;

/// <summary>Conditions as phrases that go with "and", "or" and "except".</summary>
/// <param name="say">Figures and names.</param>
public sealed class ConditionWords(CampaignFigures say)
{
    /// <summary>Each condition that must hold as a line of its own; none where nothing is asked.</summary>
    public IEnumerable<string> Lines(Condition condition) => condition is AllOf all ? all.Conditions.SelectMany(Lines) : [Capital(Phrase(condition))];

    /// <summary>A condition with all its parts in one phrase.</summary>
    public string Phrase(Condition condition) => condition switch
    {
        AllOf { Conditions: [] } => say["Say.Always"],
        AllOf all => say.And(all.Conditions.Select(Inner)),
        AnyOf any => say.Or(any.Conditions.Select(Inner)),
        Not not => say["Say.Not", Phrase(not.Condition)],
        _ => Leaf(condition),
    };

    /// <summary>The first letter large.</summary>
    public static string Capital(string phrase) => phrase.Length == 0 ? phrase : char.ToUpper(phrase[0], System.Globalization.CultureInfo.CurrentCulture) + phrase[1..];

    /// <summary>The first letter small.</summary>
    public static string Small(string phrase) => phrase.Length == 0 ? phrase : char.ToLower(phrase[0], System.Globalization.CultureInfo.CurrentCulture) + phrase[1..];

    private string Inner(Condition condition) => condition is AllOf { Conditions.Count: > 1 } or AnyOf { Conditions.Count: > 1 } ? $"({Phrase(condition)})" : Phrase(condition);

    private string Leaf(Condition condition) => condition switch
    {
        ReceiptSumCondition { Below: { } below } sum => say["Say.receipt-sum.Below", say.Money(sum.AtLeast), say.Money(below)],
        ReceiptSumCondition sum => say["Say.receipt-sum", say.Money(sum.AtLeast)],
        GoodsQuantityCondition quantity => say["Say.quantity", say.Pieces(quantity.AtLeast)],
        CategoriesCondition goods => say["Say.categories", say.Or(goods.Categories), Measured(goods.Measure, goods.AtLeast)] + (goods.Except.Count == 0 ? "" : say["Say.categories.Except", say.And(goods.Except)]),
        SkusCondition goods => say["Say.skus", say.Or(goods.Skus), Measured(goods.Measure, goods.AtLeast)],
        CombinationCondition both => say["Say.combination", CampaignFigures.Plain(both.FirstQuantity), say.Goods(both.First), CampaignFigures.Plain(both.SecondQuantity), say.Goods(both.Second)],
        WeekdaysCondition days => say["Say.weekdays", say.Days(days.Days)],
        HoursCondition hours => say["Say.hours", CampaignFigures.Time(hours.From), CampaignFigures.Time(hours.Until)],
        DateRangeCondition days => Days(days),
        StoresCondition stores => say["Say.stores", say.Or(stores.Stores)],
        ChannelCondition channel => say["Say.channel", say.Or(channel.Channels)],
        PaymentTypeCondition payment => say["Say.payment-type", say.Or(payment.Types)],
        CodeCondition code => say["Say.code", say.Named(k => k.Coupons, code.Series)],
        FirstPurchaseCondition => say["Say.first-purchase"],
        NthPurchaseCondition nth => say[$"Say.nth-purchase.{nth.Mode}", CampaignFigures.Ordinal(nth.Number)],
        SinceLastPurchaseCondition since => say[$"Say.since-last-purchase.{since.Bound}", say.Count(since.Days, "Day")],
        MemberForCondition member => say[$"Say.member-for.{member.Bound}", say.Count(member.Days, "Day")],
        BirthdayCondition birthday => say["Say.birthday", say.Count(birthday.DaysBefore, "Day"), say.Count(birthday.DaysAfter, "Day")],
        CollectedCondition collected => Collected(collected),
        TierCondition tier => say["Say.tier", say.Named(k => k.Tiers, tier.Tiers)],
        ClubCondition club => say["Say.club", say.Named(k => k.Clubs, club.Clubs)],
        PlanCondition plan => say["Say.plan", say.Named(k => k.Plans, plan.Plans)],
        PersonalListCondition list => say["Say.list", say.Named(k => k.Lists, list.Lists)],
        SegmentCondition segment => say["Say.segment", say.Or(segment.Segments)],
        _ => say[$"Condition.{ConditionCatalog.Of(condition).Key}"],
    };

    private string Measured(GoodsMeasure measure, decimal amount) => measure == GoodsMeasure.Sum ? say.Money(amount) : say.Pieces(amount);

    private string Days(DateRangeCondition days)
    {
        var (from, last) = (days.From, days.Until > DateOnly.MinValue ? days.Until.AddDays(-1) : days.Until);
        return days.EveryYear
            ? say["Say.date-range.EveryYear", Formats.DayAndMonth(from), Formats.DayAndMonth(last)]
            : say["Say.date-range", Formats.Date(from), Formats.Date(last)];
    }

    private string Collected(CollectedCondition collected)
    {
        var amount = collected.Measure switch
        {
            CollectedMeasure.Purchases => say.Count((long)decimal.Ceiling(collected.Target), "Purchase"),
            CollectedMeasure.Sum => say.Money(collected.Target),
            _ => say.Pieces(collected.Target),
        };
        return say["Say.collected", amount, say[$"Say.collected.{collected.Span}"]]
            + (collected.Goods.IsEmpty ? "" : say["Say.collected.Goods", say.Goods(collected.Goods)])
            + (collected.Repeats ? "" : say["Say.collected.Once"]);
    }
}
