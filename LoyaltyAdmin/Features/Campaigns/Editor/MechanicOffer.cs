using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>Which mechanics a marketer can choose from, by theme, in the order in which people look for them.</summary>
public static class MechanicOffer
{
    /// <summary>Mechanics that nothing carries out yet.</summary>
    private static readonly HashSet<string> NotYet = ["segment", "draw-chances", "issue-gift-card"];

    private static readonly (string Theme, string[] Keys)[] ConditionThemes =
    [
        ("receipt", ["receipt-sum", "quantity", "code", "payment-type", "channel", "stores"]),
        ("goods", ["categories", "skus", "combination"]),
        ("time", ["weekdays", "hours", "date-range"]),
        ("history", ["first-purchase", "nth-purchase", "since-last-purchase", "collected", "member-for", "birthday"]),
        ("member", ["tier", "club", "plan", "list", "segment"]),
    ];

    private static readonly (string Theme, string[] Keys)[] RewardThemes =
    [
        ("discounts", ["discount-percent", "discount-sum", "special-price", "free-items", "gift-product"]),
        ("points", ["extra-percent", "fixed-points", "multiplier", "spending-rule"]),
        ("later", ["issue-coupon", "issue-gift-card", "tier-for-time", "draw-chances"]),
    ];

    /// <summary>Conditions by theme.</summary>
    public static IReadOnlyList<(string Theme, IReadOnlyList<ConditionMechanic> Mechanics)> Conditions { get; } =
        [.. ConditionThemes.Select(t => (t.Theme, (IReadOnlyList<ConditionMechanic>)[.. Offered(t.Keys).Select(key => ConditionCatalog.All.Single(m => m.Key == key))]))];

    /// <summary>Rewards by theme.</summary>
    public static IReadOnlyList<(string Theme, IReadOnlyList<RewardMechanic> Mechanics)> Rewards { get; } =
        [.. RewardThemes.Select(t => (t.Theme, (IReadOnlyList<RewardMechanic>)[.. Offered(t.Keys).Select(key => RewardCatalog.All.Single(m => m.Key == key))]))];

    /// <summary>Whom a campaign can be for.</summary>
    public static IReadOnlyList<AudienceKind> Audiences { get; } = [.. Enum.GetValues<AudienceKind>().Where(kind => kind != AudienceKind.Segments)];

    /// <summary>Whether a mechanic is kept back.</summary>
    public static bool IsKeptBack(string key) => NotYet.Contains(key);

    /// <summary>A condition with its usual settings.</summary>
    public static Condition New(ConditionMechanic mechanic, DateOnly today) => mechanic.Settings == typeof(DateRangeCondition)
        ? new DateRangeCondition { From = today, Until = today.AddDays(7) }
        : (Condition)Activator.CreateInstance(mechanic.Settings)!;

    /// <summary>A reward with its usual settings.</summary>
    public static Reward New(RewardMechanic mechanic) => (Reward)Activator.CreateInstance(mechanic.Settings)!;

    private static IEnumerable<string> Offered(string[] keys) => keys.Where(key => !NotYet.Contains(key));
}
