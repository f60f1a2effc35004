using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>Which side of a number of days is meant.</summary>
public enum DaysBound
{
    AtLeast,
    AtMost,
}

/// <summary>So many days since the member's last purchase.</summary>
public sealed record SinceLastPurchaseCondition : Condition
{
    public DaysBound Bound { get; init; }

    [Range(0, 10_000)]
    public int Days { get; init; } = 90;
}

/// <summary>Whether so many local days lie between. Who has bought nothing yet does not fulfil it.</summary>
public sealed class SinceLastPurchase() : ConditionMechanic<SinceLastPurchaseCondition>("since-last-purchase")
{
    public override CampaignNeeds Needs => CampaignNeeds.Purchases;

    protected override ConditionTest Prepare(SinceLastPurchaseCondition settings) => (purchase, _) =>
    {
        if (purchase.Facts.LastPurchaseAt is not { } last)
        {
            return Match.No;
        }

        var days = purchase.Day.DayNumber - purchase.DayOf(last).DayNumber;
        return Match.If(settings.Bound == DaysBound.AtLeast ? days >= settings.Days : days <= settings.Days);
    };
}
