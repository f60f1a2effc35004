using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What is wrong with the terms of a campaign, each with the field it is about.</summary>
public static class CampaignChecks
{
    public const int MostRewards = 10;
    public const int MostConditions = 50;
    public const int DeepestTree = 6;
    public const decimal MostControl = 50m;

    /// <summary>All that is wrong. Whether the keys that it names exist is not known here.</summary>
    public static IReadOnlyList<Rejection> Check(CampaignTerms terms)
    {
        var wrong = new List<Rejection>();
        CheckAudience(terms.Audience, wrong);
        CheckPeriod(terms.Period, wrong);
        CheckConditions(terms.Condition, wrong);
        CheckRewards(terms, wrong);
        CheckLimits(terms.Limits, wrong);
        if (terms.ControlPercent is < 0 or > MostControl)
        {
            wrong.Add(new Rejection("Campaigns.ControlRange", MostControl) { Field = "control" });
        }

        return wrong;
    }

    /// <summary>What is wrong with the settings of one mechanic by their own limits: the name of the setting and its place in the tree.</summary>
    public static IEnumerable<Rejection> CheckSettings(object settings, string place)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(settings, new ValidationContext(settings), results, validateAllProperties: true);
        foreach (var result in results)
        {
            var name = result.MemberNames.FirstOrDefault() ?? "";
            var range = settings.GetType().GetProperty(name)?.GetCustomAttributes(typeof(RangeAttribute), inherit: true).OfType<RangeAttribute>().FirstOrDefault();
            yield return (range is null ? new Rejection("Campaigns.SettingMissing") : new Rejection("Campaigns.SettingRange", range.Minimum, range.Maximum)) with { Field = $"{place}.{name}" };
        }
    }

    private static void CheckAudience(CampaignAudience audience, List<Rejection> wrong)
    {
        if (audience.IsChosen && audience.Keys.Count == 0)
        {
            wrong.Add(new Rejection("Campaigns.AudienceMissing") { Field = "audience" });
        }
    }

    private static void CheckPeriod(CampaignPeriod period, List<Rejection> wrong)
    {
        if (period.From is { } from && period.Until is { } until && until <= from)
        {
            wrong.Add(new Rejection("Campaigns.EndBeforeBegin") { Field = "until" });
        }

        if (period.DailyFrom is { } begin && period.DailyUntil is { } end && begin == end)
        {
            wrong.Add(new Rejection("Campaigns.HoursEmpty") { Field = "dailyUntil" });
        }
    }

    private static void CheckConditions(Condition condition, List<Rejection> wrong)
    {
        if (Depth(condition) > DeepestTree || ConditionTree.Leaves(condition).Count() > MostConditions)
        {
            wrong.Add(new Rejection("Campaigns.TooManyConditions", MostConditions, DeepestTree) { Field = "condition" });
            return;
        }

        Walk(condition, "condition");

        void Walk(Condition node, string place)
        {
            switch (node)
            {
                case AllOf all:
                    Each(all.Conditions, place);
                    break;
                case AnyOf { Conditions.Count: 0 }:
                    wrong.Add(new Rejection("Campaigns.AnyOfNothing") { Field = place });
                    break;
                case AnyOf any:
                    Each(any.Conditions, place);
                    break;
                case Not not:
                    Walk(not.Condition, $"{place}.0");
                    break;
                default:
                    wrong.AddRange(CheckSettings(node, place));
                    break;
            }
        }

        void Each(IReadOnlyList<Condition> nodes, string place)
        {
            for (var i = 0; i < nodes.Count; i++)
            {
                Walk(nodes[i], $"{place}.{i}");
            }
        }
    }

    private static int Depth(Condition condition) => condition switch
    {
        AllOf all => 1 + all.Conditions.Select(Depth).DefaultIfEmpty().Max(),
        AnyOf any => 1 + any.Conditions.Select(Depth).DefaultIfEmpty().Max(),
        Not not => 1 + Depth(not.Condition),
        _ => 1,
    };

    private static void CheckRewards(CampaignTerms terms, List<Rejection> wrong)
    {
        if (terms.Rewards.Count is 0 or > MostRewards)
        {
            wrong.Add(new Rejection("Campaigns.RewardsMissing", MostRewards) { Field = "rewards" });
        }

        for (var i = 0; i < terms.Rewards.Count; i++)
        {
            var (reward, place) = (terms.Rewards[i], $"rewards.{i}");
            wrong.AddRange(CheckSettings(reward, place));
            if (reward is GoodsReward { On: RewardTarget.Chosen, Goods: { Skus.Count: 0, Categories.Count: 0 } } || reward is Rewards.GiftProductReward { Gift: { Skus.Count: 0, Categories.Count: 0 } })
            {
                wrong.Add(new Rejection("Campaigns.GoodsMissing") { Field = place });
            }

            if (terms.Audience.Kind == AudienceKind.Everybody && RewardCatalog.Of(reward).NeedsMember)
            {
                wrong.Add(new Rejection("Campaigns.NeedsMembers") { Field = place });
            }
        }
    }

    private static void CheckLimits(CampaignLimits limits, List<Rejection> wrong)
    {
        Positive(limits.PerMember, "perMember");
        Positive(limits.Total, "total");
        Positive(limits.PointsBudget, "pointsBudget");
        Positive(limits.MoneyBudget?.Amount, "moneyBudget");
        Positive(limits.PointsPerReceipt, "pointsPerReceipt");
        Positive(limits.DiscountPerReceipt?.Amount, "discountPerReceipt");
        foreach (var frame in limits.PerMemberInFrame)
        {
            Positive(frame.Uses, $"frame{frame.Frame}");
        }

        if (limits.SoftPercent is < 1 or > 100)
        {
            wrong.Add(new Rejection("Campaigns.SoftRange") { Field = "softPercent" });
        }

        void Positive(decimal? limit, string field)
        {
            if (limit <= 0)
            {
                wrong.Add(new Rejection("Campaigns.LimitRange") { Field = field });
            }
        }
    }
}
