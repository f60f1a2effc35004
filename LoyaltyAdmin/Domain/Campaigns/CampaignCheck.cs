using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Whether terms make sense, before they decide receipts.</summary>
public static class CampaignCheck
{
    public const int DeepestTree = 8;
    public const int MostConditions = 50;
    public const decimal LargestControl = 50m;

    /// <summary>All that is wrong with terms, each with its field as JSON names it.</summary>
    public static IEnumerable<Rejection> Check(CampaignTerms terms, StackingPolicy policy)
    {
        var tree = CheckTree(terms.Condition);
        return [.. tree, .. tree.Count > 0 ? [] : CheckCondition(terms.Condition, "condition"), .. CheckRewards(terms), .. CheckRest(terms), .. CheckGroup(terms, policy)];
    }

    /// <summary>All that is wrong with a policy.</summary>
    public static IEnumerable<Rejection> Check(StackingPolicy policy)
    {
        (string Field, decimal? Percent)[] shares =
        [
            ("lineDepthPercent", policy.LineDepthPercent), ("receiptDepthPercent", policy.ReceiptDepthPercent),
            ("marginFloorPercent", policy.MarginFloorPercent), ("grossMarginPercent", policy.GrossMarginPercent),
        ];
        foreach (var (field, percent) in shares.Where(s => s.Percent is < 0 or > 100))
        {
            yield return new Rejection(CampaignRejections.ShareOutOfRange, percent!.Value) { Field = field };
        }

        foreach (var twice in Groups(policy.Groups).GroupBy(g => g.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return new Rejection(CampaignRejections.GroupTwice, twice.Key) { Field = "groups" };
        }
    }

    private static List<Rejection> CheckTree(Condition condition)
    {
        var (depth, count) = Measure(condition, 1);
        return depth > DeepestTree || count > MostConditions
            ? [new Rejection(CampaignRejections.TooManyConditions, DeepestTree, MostConditions) { Field = "condition" }]
            : [];
    }

    private static (int Depth, int Count) Measure(Condition condition, int depth)
    {
        if (depth > DeepestTree)
        {
            return (depth, 0);
        }

        var parts = PartsOf(condition).Select(part => Measure(part, depth + 1)).ToList();
        return (parts.Select(p => p.Depth).Append(depth).Max(), 1 + parts.Sum(p => p.Count));
    }

    private static IReadOnlyList<Condition> PartsOf(Condition condition) => condition switch
    {
        AllOf all => all.Conditions,
        AnyOf any => any.Conditions,
        Not not => [not.Condition],
        _ => [],
    };

    private static IEnumerable<Rejection> CheckCondition(Condition condition, string path)
    {
        if (condition is AnyOf { Conditions.Count: 0 })
        {
            return [new Rejection(CampaignRejections.EmptyChoice) { Field = path }];
        }

        if (condition is AllOf or AnyOf or Not)
        {
            return PartsOf(condition).SelectMany((part, i) => CheckCondition(part, condition is Not ? $"{path}.condition" : $"{path}.conditions[{i}]"));
        }

        var key = ConditionCatalog.Of(condition).Key;
        IEnumerable<Rejection> goods = condition is CombinationCondition pair
            ? new[] { (pair.First, "first"), (pair.Second, "second") }.Where(g => g.Item1.IsEmpty).Select(g => NoGoods(key, g.Item2, path))
            : [];
        return [.. CheckSettings(condition, key, path), .. goods];
    }

    private static IEnumerable<Rejection> CheckRewards(CampaignTerms terms)
    {
        if (terms.Rewards.Count == 0)
        {
            yield return new Rejection(CampaignRejections.NoReward) { Field = "rewards" };
        }

        for (var i = 0; i < terms.Rewards.Count; i++)
        {
            var (reward, path) = (terms.Rewards[i], $"rewards[{i}]");
            var key = RewardCatalog.Of(reward).Key;
            foreach (var wrong in CheckSettings(reward, key, path))
            {
                yield return wrong;
            }

            if (reward is GoodsReward { On: RewardTarget.Chosen, Goods.IsEmpty: true })
            {
                yield return NoGoods(key, "goods", path);
            }
            else if (reward is GiftProductReward { Gift.IsEmpty: true })
            {
                yield return NoGoods(key, "gift", path);
            }
        }
    }

    private static IEnumerable<Rejection> CheckSettings(object settings, string mechanic, string path)
    {
        foreach (var setting in MechanicSetting.Of(mechanic, settings.GetType()))
        {
            var value = setting.Property.GetValue(settings);
            var context = new ValidationContext(settings) { MemberName = setting.Property.Name };
            if (!Validator.TryValidateProperty(value, context, null))
            {
                yield return new Rejection(CampaignRejections.SettingInvalid, mechanic, setting.Name) { Field = $"{path}.{setting.Name}" };
            }
            else if (value is decimal number && decimal.Round(number, setting.Decimals) != number)
            {
                yield return new Rejection(CampaignRejections.TooFine, mechanic, setting.Name, setting.Decimals) { Field = $"{path}.{setting.Name}" };
            }
        }
    }

    private static IEnumerable<Rejection> CheckRest(CampaignTerms terms)
    {
        var (period, limits) = (terms.Period, terms.Limits);
        if (period.Until <= period.From)
        {
            yield return new Rejection(CampaignRejections.PeriodEmpty) { Field = "period.until" };
        }

        if (terms.Audience is { IsChosen: true, Keys.Count: 0 })
        {
            yield return new Rejection(CampaignRejections.AudienceEmpty) { Field = "audience.keys" };
        }

        if (terms.ControlPercent is < 0 or > LargestControl)
        {
            yield return new Rejection(CampaignRejections.ControlOutOfRange, terms.ControlPercent) { Field = "controlPercent" };
        }

        if (limits.SoftPercent is < 1 or > 100)
        {
            yield return new Rejection(CampaignRejections.ShareOutOfRange, limits.SoftPercent) { Field = "limits.softPercent" };
        }

        (string Field, bool Wrong)[] amounts =
        [
            ("perMember", limits.PerMember < 1), ("total", limits.Total < 1), ("pointsBudget", limits.PointsBudget <= 0),
            ("moneyBudget", limits.MoneyBudget is { IsZero: true }), ("pointsPerReceipt", limits.PointsPerReceipt <= 0),
            ("discountPerReceipt", limits.DiscountPerReceipt is { IsZero: true }), ("perMemberInFrame", limits.PerMemberInFrame.Any(f => f.Uses < 1)),
        ];
        foreach (var (field, _) in amounts.Where(a => a.Wrong))
        {
            yield return new Rejection(CampaignRejections.LimitNotPositive) { Field = $"limits.{field}" };
        }

        if (limits.PerMemberInFrame.GroupBy(f => f.Frame).Any(g => g.Count() > 1))
        {
            yield return new Rejection(CampaignRejections.FrameTwice) { Field = "limits.perMemberInFrame" };
        }
    }

    private static IEnumerable<Rejection> CheckGroup(CampaignTerms terms, StackingPolicy policy)
    {
        if (terms.Stacking.Group is { } key)
        {
            var root = policy.Groups.FirstOrDefault(g => Groups([g]).Any(inner => inner.Key == key));
            if (root is null || root.Phase > PreparedCampaign.LatestOf(terms))
            {
                yield return new Rejection(root is null ? CampaignRejections.GroupUnknown : CampaignRejections.GroupTooLate, key) { Field = "stacking.group" };
            }
        }
    }

    private static IEnumerable<StackingGroup> Groups(IReadOnlyList<StackingGroup> groups) => groups.SelectMany(g => Groups(g.Groups).Prepend(g));

    private static Rejection NoGoods(string mechanic, string setting, string path) =>
        new(CampaignRejections.NoGoods, mechanic, setting) { Field = $"{path}.{setting}" };
}
