using LoyaltyAdmin.Domain.Campaigns.Conditions;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Makes a tree of conditions ready to be asked, and says what it asks for.</summary>
public static class ConditionTree
{
    /// <summary>The test of the whole tree. What counts purchases is asked last, so that only those count that fulfil the rest.</summary>
    public static ConditionTest Prepare(Condition condition) => condition switch
    {
        AllOf all => All([.. all.Conditions.OrderBy(Counts).Select(Prepare)]),
        AnyOf any => Any([.. any.Conditions.OrderBy(Counts).Select(Prepare)]),
        Not not => Negate(Prepare(not.Condition)),
        _ => Leaf(ConditionCatalog.Of(condition), condition),
    };

    /// <summary>All conditions of a tree without the nodes that join them.</summary>
    public static IEnumerable<Condition> Leaves(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(Leaves),
        AnyOf any => any.Conditions.SelectMany(Leaves),
        Not not => Leaves(not.Condition),
        _ => [condition],
    };

    /// <summary>What the tree asks beside the receipt.</summary>
    public static CampaignNeeds Needs(Condition condition) =>
        Leaves(condition).Aggregate(CampaignNeeds.None, (needs, leaf) => needs | ConditionCatalog.Of(leaf).Needs);

    /// <summary>What a receipt must have at least for the tree to hold.</summary>
    public static Requirement Require(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.Select(Require).Aggregate(Requirement.None, (a, b) => a.And(b)),
        AnyOf { Conditions.Count: > 0 } any => any.Conditions.Select(Require).Aggregate((a, b) => a.Or(b)),
        AnyOf or Not => Requirement.None,
        _ => ConditionCatalog.Of(condition).Require(condition),
    };

    /// <summary>Whether the tree can name the goods that fulfil it.</summary>
    public static bool FindsGoods(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.Any(FindsGoods),
        AnyOf any => any.Conditions.Any(FindsGoods),
        Not => false,
        _ => ConditionCatalog.Of(condition).Require(condition).Goods is not null,
    };

    private static bool Counts(Condition condition) => Leaves(condition).Any(leaf => leaf is CollectedCondition);

    private static ConditionTest Leaf(ConditionMechanic mechanic, Condition condition)
    {
        var (test, key) = (mechanic.Prepare(condition), mechanic.Key);
        return (purchase, offer) =>
        {
            var match = test(purchase, offer);
            if (!match.Holds)
            {
                offer.Failed = key;
            }

            return match;
        };
    }

    private static ConditionTest All(ConditionTest[] tests) => (purchase, offer) =>
    {
        var all = Match.Yes;
        foreach (var test in tests)
        {
            var match = test(purchase, offer);
            if (!match.Holds)
            {
                return Match.No;
            }

            all = new Match(true, Together(all.Lines, match.Lines), all.Times == 0 || (match.Times > 0 && match.Times < all.Times) ? match.Times : all.Times);
        }

        return all;
    };

    private static ConditionTest Any(ConditionTest[] tests) => (purchase, offer) =>
    {
        var any = Match.No;
        foreach (var test in tests)
        {
            var match = test(purchase, offer);
            if (match.Holds)
            {
                any = new Match(true, Together(any.Lines, match.Lines), Math.Max(any.Times, match.Times));
            }
        }

        return any;
    };

    private static ConditionTest Negate(ConditionTest test) => (purchase, offer) => Match.If(!test(purchase, offer).Holds);

    private static LineSet? Together(LineSet? one, LineSet? other) => one is null ? other : other is null ? one : one.With(other);
}
