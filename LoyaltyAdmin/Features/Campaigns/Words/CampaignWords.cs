using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns.Words;

/// <summary>A campaign in words: for whom, when, on what conditions, what it gives and how much of it there is.</summary>
/// <param name="text">The texts of campaigns.</param>
/// <param name="units">Money and points of the program.</param>
/// <param name="keys">What keys are called; null to say the keys themselves.</param>
public sealed class CampaignWords(IStringLocalizer<CampaignsText> text, DisplayUnits units, CampaignKeys? keys = null)
{
    private readonly CampaignFigures say = new(text, units, keys);

    /// <summary>Figures and names as these sentences say them.</summary>
    public CampaignFigures Figures => say;

    /// <summary>One sentence of what it gives.</summary>
    public string Gives(CampaignTerms terms) =>
        terms.Rewards.Count == 0 ? text["Say.NoRewards"] : ConditionWords.Capital(string.Join("; ", Rewards(terms)));

    /// <summary>One sentence of what it gives and what for.</summary>
    public string Offer(CampaignTerms terms) => new ConditionWords(say).Lines(terms.Condition).ToList() is { Count: > 0 } asked
        ? text["Say.Offer", Gives(terms), string.Join("; ", asked.Select(ConditionWords.Small))]
        : Gives(terms);

    /// <summary>For whom it is.</summary>
    public string Audience(CampaignAudience audience) => audience.IsChosen
        ? text[$"Say.Audience.{audience.Kind}", say.Named(k => k.Of(audience.Kind), audience.Keys)]
        : text[$"Say.Audience.{audience.Kind}"];

    /// <summary>From when until when.</summary>
    public string Period(CampaignPeriod period) => (period.From, period.Until) switch
    {
        ({ } from, { } until) => text["Say.FromUntil", CampaignFigures.Local(from), End(until)],
        ({ } from, null) => text["Say.From", CampaignFigures.Local(from)],
        (null, { } until) => text["Say.Until", End(until)],
        _ => text["Say.AnyTime"],
    };

    /// <summary>One condition in words.</summary>
    public string Condition(Condition condition) => ConditionWords.Capital(new ConditionWords(say).Phrase(condition));

    /// <summary>All of it, by what people ask first.</summary>
    public IReadOnlyList<CampaignChapter> Chapters(CampaignTerms terms) =>
    [
        Chapter("rewards", Rewards(terms).Select(ConditionWords.Capital).DefaultIfEmpty(text["Say.NoRewards"])),
        Chapter("audience", [Audience(terms.Audience), .. Code(terms)]),
        Chapter("when", When(terms.Period)),
        Chapter("conditions", new ConditionWords(say).Lines(terms.Condition).DefaultIfEmpty(text["Say.NoConditions"])),
        Chapter("limits", Limits(terms.Limits).DefaultIfEmpty(text["Say.NoLimits"])),
        Chapter("stacking", Stacking(terms)),
        Chapter("rest", Rest(terms)),
    ];

    /// <summary>What two terms say differently.</summary>
    public IReadOnlyList<ChapterChange> Changes(CampaignTerms before, CampaignTerms after) =>
    [
        .. from pair in Chapters(before).Zip(Chapters(after))
           let gone = pair.First.Lines.Except(pair.Second.Lines).ToList()
           let come = pair.Second.Lines.Except(pair.First.Lines).ToList()
           where gone.Count + come.Count > 0
           select new ChapterChange(pair.Second.Heading, gone, come),
    ];

    private CampaignChapter Chapter(string key, IEnumerable<string> lines) => new(key, text[$"Chapter.{key}"], [.. lines]);

    private IEnumerable<string> Rewards(CampaignTerms terms)
    {
        var (words, findsGoods) = (new RewardWords(say), ConditionTree.FindsGoods(terms.Condition));
        return terms.Rewards.Select(reward => words.Phrase(reward, findsGoods));
    }

    private IEnumerable<string> Code(CampaignTerms terms)
    {
        if (terms.RequiresCode is { } series)
        {
            yield return text["Say.RequiresCode", say.Named(k => k.Coupons, series)];
        }
    }

    private IEnumerable<string> When(CampaignPeriod period)
    {
        yield return Period(period);
        if (period.Weekdays.Count > 0)
        {
            yield return ConditionWords.Capital(text["Say.weekdays", say.Days(period.Weekdays)]);
        }

        if (period.DailyFrom is not null || period.DailyUntil is not null)
        {
            yield return ConditionWords.Capital(text["Say.hours", CampaignFigures.Time(period.DailyFrom ?? default), CampaignFigures.Time(period.DailyUntil ?? default)]);
        }
    }

    private IEnumerable<string> Limits(CampaignLimits limits)
    {
        if (limits.PerMember is { } own)
        {
            yield return text["Say.PerMember", say.Count(own, "Time")];
        }

        foreach (var frame in limits.PerMemberInFrame)
        {
            yield return text[$"Say.PerMember.{frame.Frame}", say.Count(frame.Uses, "Time")];
        }

        if (limits.Total is { } total)
        {
            yield return text["Say.Total", say.Count(total, "Time")];
        }

        if (limits.PointsBudget is { } points)
        {
            yield return text["Say.Budget", say.Points(points), CampaignFigures.Percent(limits.SoftPercent)];
        }

        if (limits.MoneyBudget is { } money)
        {
            yield return text["Say.Budget", say.Money(money.Amount), CampaignFigures.Percent(limits.SoftPercent)];
        }

        if (limits.PointsPerReceipt is { } most)
        {
            yield return text["Say.PerReceipt", say.Points(most)];
        }

        if (limits.DiscountPerReceipt is { } deepest)
        {
            yield return text["Say.PerReceiptOff", say.Money(deepest.Amount)];
        }

        if (limits.PointsBudget is not null || limits.MoneyBudget is not null)
        {
            yield return text[$"Say.WhenShort.{limits.WhenShort}"];
        }
    }

    private IEnumerable<string> Stacking(CampaignTerms terms)
    {
        if (terms.Stacking.Group is { } group)
        {
            yield return text["Say.Group", group];
        }

        if (terms.Stacking.Exclusive || terms.Stacking.Group is null)
        {
            yield return text[terms.Stacking.Exclusive ? "Say.Exclusive" : "Say.NoGroup"];
        }

        if (terms.Stacking.Priority != new CampaignStacking().Priority)
        {
            yield return text["Say.Priority", terms.Stacking.Priority];
        }
    }

    private IEnumerable<string> Rest(CampaignTerms terms)
    {
        yield return text["Say.Block", text[$"Choice.BudgetBlock.{terms.BookedTo}"]];
        yield return terms.ControlPercent > 0 ? text["Say.Control", CampaignFigures.Percent(terms.ControlPercent)] : text["Say.NoControl"];
        yield return text[$"Say.OnReturn.{terms.OnReturn}"];
        if (terms.Credit.Activation is { } activation)
        {
            yield return activation.Mode == ActivationMode.AfterDays ? text["Say.ActiveAfter", say.Count(activation.Days, "Day")] : text["Say.ActiveAtOnce"];
        }

        if (terms.Credit.Expiry is { } expiry)
        {
            yield return expiry.Model == ExpiryModel.Never ? text["Say.NeverExpire"] : text["Say.Expire", say.Count(expiry.Term, expiry.Unit.ToString()[..^1])];
        }
    }

    private static string End(DateTime until) => until.TimeOfDay == TimeSpan.Zero ? Formats.Date(DateOnly.FromDateTime(until).AddDays(-1)) : CampaignFigures.Local(until);
}
