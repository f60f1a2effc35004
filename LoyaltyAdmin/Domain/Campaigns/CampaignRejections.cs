namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What can be wrong with terms of a campaign or a policy. In brackets: what fills the placeholders.</summary>
public static class CampaignRejections
{
    /// <summary>It gives nothing.</summary>
    public const string NoReward = "Campaigns.NoReward";

    /// <summary>A setting is missing or out of its limits (mechanic, setting).</summary>
    public const string SettingInvalid = "Campaigns.SettingInvalid";

    /// <summary>A setting has more decimals than money, quantities or percents have (mechanic, setting, decimals).</summary>
    public const string TooFine = "Campaigns.TooFine";

    /// <summary>Goods must be named (mechanic, setting).</summary>
    public const string NoGoods = "Campaigns.NoGoods";

    /// <summary>Conditions are nested too deep, or too many (depth, number).</summary>
    public const string TooManyConditions = "Campaigns.TooManyConditions";

    /// <summary>A choice of conditions has none in it, so it would never hold.</summary>
    public const string EmptyChoice = "Campaigns.EmptyChoice";

    /// <summary>The period ends before it begins.</summary>
    public const string PeriodEmpty = "Campaigns.PeriodEmpty";

    /// <summary>Nobody is named for whom it is.</summary>
    public const string AudienceEmpty = "Campaigns.AudienceEmpty";

    /// <summary>The control group is 0 to 50% (percent).</summary>
    public const string ControlOutOfRange = "Campaigns.ControlOutOfRange";

    /// <summary>A limit is at least one, a budget more than nothing.</summary>
    public const string LimitNotPositive = "Campaigns.LimitNotPositive";

    /// <summary>A span of time is limited twice.</summary>
    public const string FrameTwice = "Campaigns.FrameTwice";

    /// <summary>A share is 1 to 100% (percent).</summary>
    public const string ShareOutOfRange = "Campaigns.ShareOutOfRange";

    /// <summary>The policy has no such group (key).</summary>
    public const string GroupUnknown = "Campaigns.GroupUnknown";

    /// <summary>The group is decided after the stage at which the rewards must be given (key).</summary>
    public const string GroupTooLate = "Campaigns.GroupTooLate";

    /// <summary>Two groups have one key (key).</summary>
    public const string GroupTwice = "Campaigns.GroupTwice";
}
