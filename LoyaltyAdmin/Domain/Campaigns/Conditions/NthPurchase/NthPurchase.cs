using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>Whether every n-th is meant or the n-th alone.</summary>
public enum NthMode
{
    Every,
    Exactly,
}

/// <summary>The member's n-th purchase.</summary>
public sealed record NthPurchaseCondition : Condition
{
    [Range(1, 10_000)]
    public int Number { get; init; } = 5;

    public NthMode Mode { get; init; }
}

/// <summary>Whether this purchase is the n-th, counted from the member's first.</summary>
public sealed class NthPurchase() : ConditionMechanic<NthPurchaseCondition>("nth-purchase")
{
    public override CampaignNeeds Needs => CampaignNeeds.Purchases;

    protected override ConditionTest Prepare(NthPurchaseCondition settings)
    {
        var number = Math.Max(1, settings.Number);
        return (purchase, _) =>
        {
            var place = purchase.Facts.Purchases + 1;
            return Match.If(purchase.Member is not null && (settings.Mode == NthMode.Every ? place % number == 0 : place == number));
        };
    }
}
