namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>The member's first purchase.</summary>
public sealed record FirstPurchaseCondition : Condition;

/// <summary>Whether the member has bought nothing before.</summary>
public sealed class FirstPurchase() : ConditionMechanic<FirstPurchaseCondition>("first-purchase")
{
    public override CampaignNeeds Needs => CampaignNeeds.Purchases;

    protected override ConditionTest Prepare(FirstPurchaseCondition settings) =>
        (purchase, _) => Match.If(purchase.Member is not null && purchase.Facts.Purchases == 0);
}
