using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>A coupon or promo code of a series is brought.</summary>
public sealed record CodeCondition : Condition
{
    /// <summary>Key of the series.</summary>
    [Required]
    public string Series { get; init; } = "";
}

/// <summary>Whether a usable code of the series was brought; a campaign that is given uses it up.</summary>
public sealed class Code() : ConditionMechanic<CodeCondition>("code")
{
    public override CampaignNeeds Needs => CampaignNeeds.Codes;

    /// <summary>Looks for a usable code of a series, and remembers it or why there is none.</summary>
    public static bool Find(Purchase purchase, OfferFindings offer, string series)
    {
        foreach (var code in purchase.Facts.Codes)
        {
            if (!string.Equals(code.Series, series, StringComparison.Ordinal))
            {
                continue;
            }

            if (code.Refused is null)
            {
                (offer.Code, offer.CodeRefused) = (code.Code, null);
                return true;
            }

            offer.CodeRefused ??= code.Refused;
        }

        return false;
    }

    protected override ConditionTest Prepare(CodeCondition settings) =>
        (purchase, offer) => Match.If(Find(purchase, offer, settings.Series));
}
