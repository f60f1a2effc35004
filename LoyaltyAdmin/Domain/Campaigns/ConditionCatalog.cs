using System.Collections.Frozen;
using LoyaltyAdmin.Domain.Campaigns.Conditions;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>All kinds of conditions, in the order in which people look for them.</summary>
public static class ConditionCatalog
{
    public static IReadOnlyList<ConditionMechanic> All { get; } =
    [
        new ReceiptSum(),
        new GoodsQuantity(),
        new Categories(),
        new Skus(),
        new Combination(),
        new Weekdays(),
        new Hours(),
        new DateRange(),
        new Stores(),
        new Channel(),
        new PaymentType(),
        new Code(),
        new FirstPurchase(),
        new NthPurchase(),
        new SinceLastPurchase(),
        new MemberFor(),
        new Birthday(),
        new Collected(),
        new Tier(),
        new Club(),
        new Plan(),
        new PersonalList(),
        new Segment(),
    ];

    private static readonly FrozenDictionary<Type, ConditionMechanic> BySettings = All.ToFrozenDictionary(m => m.Settings);

    /// <summary>The kind that settings are of.</summary>
    public static ConditionMechanic Of(Condition condition) => BySettings[condition.GetType()];
}
