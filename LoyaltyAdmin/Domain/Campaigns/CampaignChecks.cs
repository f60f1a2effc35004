using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
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
    /// <param name="terms">What the campaign promises.</param>
    /// <param name="policy">How campaigns stack.</param>
    public static IReadOnlyList<Rejection> Check(CampaignTerms terms, StackingPolicy? policy = null)
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

        if (terms.Stacking.Group is { } group && policy is not null)
        {
            CheckGroup(terms, group, policy, wrong);
        }

        return wrong;
    }

    /// <summary>All that is wrong with a policy of stacking.</summary>
    public static IReadOnlyList<Rejection> Check(StackingPolicy policy)
    {
        (string Field, decimal? Percent)[] shares =
        [
            ("lineDepth", policy.LineDepthPercent), ("receiptDepth", policy.ReceiptDepthPercent), ("marginFloor", policy.MarginFloorPercent), ("grossMargin", policy.GrossMarginPercent),
        ];
        return
        [
            .. shares.Where(s => s.Percent is < 0 or > 100).Select(s => new Rejection("Campaigns.ShareRange") { Field = s.Field }),
            .. Groups(policy.Groups).GroupBy(g => g.Key, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => new Rejection("Campaigns.GroupTwice", g.Key) { Field = "groups" }),
        ];
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

    private static void CheckGroup(CampaignTerms terms, string group, StackingPolicy policy, List<Rejection> wrong)
    {
        var root = policy.Groups.FirstOrDefault(g => Groups([g]).Any(inner => inner.Key == group));
        if (root is null || root.Phase > PreparedCampaign.LatestOf(terms))
        {
            wrong.Add(new Rejection(root is null ? "Campaigns.GroupUnknown" : "Campaigns.GroupTooLate", group) { Field = "group" });
        }
    }

    private static IEnumerable<StackingGroup> Groups(IReadOnlyList<StackingGroup> groups) => groups.SelectMany(g => Groups(g.Groups).Prepend(g));

    private static IEnumerable<Rejection> CheckDecimals(object settings, string mechanic, string place) =>
        from setting in MechanicSetting.Of(mechanic, settings.GetType())
        where setting.Property.GetValue(settings) is decimal number && decimal.Round(number, setting.Decimals) != number
        select new Rejection("Campaigns.TooFine", setting.Decimals) { Field = $"{place}.{setting.Property.Name}" };

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
                    wrong.AddRange(CheckDecimals(node, ConditionCatalog.Of(node).Key, place));
                    if (node is CombinationCondition pair && (pair.First.IsEmpty || pair.Second.IsEmpty))
                    {
                        wrong.Add(new Rejection("Campaigns.GoodsMissing") { Field = place });
                    }

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
            wrong.AddRange(CheckDecimals(reward, RewardCatalog.Of(reward).Key, place));
            if (reward is GoodsReward { On: RewardTarget.Chosen, Goods.IsEmpty: true } or Rewards.GiftProductReward { Gift.IsEmpty: true })
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

        if (limits.PerMemberInFrame.GroupBy(f => f.Frame).Any(g => g.Count() > 1))
        {
            wrong.Add(new Rejection("Campaigns.FrameTwice") { Field = "frames" });
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
