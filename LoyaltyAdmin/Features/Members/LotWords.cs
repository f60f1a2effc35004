using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Ledger;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Says in the current language where a lot comes from.</summary>
public sealed class LotWords(IStringLocalizer<MembersText> text)
{
    /// <summary>The receipt, if there is one, and the rule.</summary>
    public string Source(LotRow lot)
    {
        var rule = lot.RuleKey switch
        {
            "main" => text["RuleMain", lot.RuleVersion].Value,
            "opening" => text["RuleOpening"].Value,
            "correction" => text["RuleCorrection"].Value,
            var other when RewardReasons.IsCode(other) => text[other].Value,
            var other when CampaignRule.CampaignOf(other) is { } campaign => text["RuleCampaign", campaign].Value,
            var other => other,
        };
        rule = lot.Partner is { } partner ? $"{partner} · {rule}" : rule;
        return lot.ReceiptKey is { } receipt ? $"{text["Reason.Receipt", receipt]} · {rule}" : rule;
    }
}
