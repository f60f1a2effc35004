namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>For whom a campaign is. Those from <see cref="Tiers"/> on name some by their keys.</summary>
public enum AudienceKind
{
    /// <summary>Every receipt, also one without a member.</summary>
    Everybody,

    /// <summary>Every member.</summary>
    Members,

    Tiers,
    Clubs,
    Plans,

    /// <summary>Personal lists.</summary>
    Lists,

    Segments,
}

/// <summary>For whom a campaign is: whoever is in one of the named.</summary>
public sealed record CampaignAudience
{
    public AudienceKind Kind { get; init; } = AudienceKind.Members;

    /// <summary>Keys of tiers, clubs, plans, lists or segments.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Whether it is for some members only.</summary>
    public bool IsChosen => Kind >= AudienceKind.Tiers;
}
