using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>A span of the local calendar in which uses are counted.</summary>
public enum LimitFrame
{
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,

    Month,
}

/// <summary>What is done with a reward that is larger than what is left of a budget.</summary>
public enum ShortBudget
{
    /// <summary>What is left is given.</summary>
    Cut,

    /// <summary>Nothing is given.</summary>
    Refuse,
}

/// <summary>How often a campaign may be used within a span.</summary>
public sealed record FrameLimit(LimitFrame Frame, int Uses);

/// <summary>How much of a campaign there is (R9). A use is a receipt on which it gave something; null is no limit.</summary>
public sealed record CampaignLimits
{
    public const int UsualSoftPercent = 80;

    /// <summary>Uses by one member, ever.</summary>
    public int? PerMember { get; init; }

    /// <summary>Uses by one member in spans of time; each span at most once.</summary>
    public IReadOnlyList<FrameLimit> PerMemberInFrame { get; init; } = [];

    /// <summary>Uses by all.</summary>
    public long? Total { get; init; }

    /// <summary>Whole points that it may give to all.</summary>
    public decimal? PointsBudget { get; init; }

    /// <summary>Discounts and promised money that it may give to all.</summary>
    public Money? MoneyBudget { get; init; }

    /// <summary>Share of a budget in percent from which people are warned.</summary>
    public int SoftPercent { get; init; } = UsualSoftPercent;

    /// <summary>The most points that it gives on one receipt.</summary>
    public decimal? PointsPerReceipt { get; init; }

    /// <summary>The most discount that it gives on one receipt.</summary>
    public Money? DiscountPerReceipt { get; init; }

    public ShortBudget WhenShort { get; init; } = ShortBudget.Cut;

    /// <summary>Whether a receipt that came back wholly gives its use back.</summary>
    public bool FullReturnFreesUse { get; init; } = true;
}
