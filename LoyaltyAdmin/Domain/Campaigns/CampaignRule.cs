namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>How lots name the campaign that they come from.</summary>
public static class CampaignRule
{
    public const string Prefix = "campaign:";

    /// <summary>The longest key of a campaign, so that its lots can name it.</summary>
    public const int LongestKey = 50;

    /// <summary>The rule of a campaign's lots.</summary>
    public static string KeyOf(string campaign) => Prefix + campaign;

    /// <summary>The campaign of a lot; null for a lot of something else.</summary>
    public static string? CampaignOf(string ruleKey) => ruleKey.StartsWith(Prefix, StringComparison.Ordinal) ? ruleKey[Prefix.Length..] : null;
}
