namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Which facts the running campaigns ask for, so that no others are read.</summary>
[Flags]
public enum CampaignNeeds
{
    None = 0,

    /// <summary>How many purchases there were, and when the first and the last.</summary>
    Purchases = 1 << 0,

    BirthDate = 1 << 1,
    Tier = 1 << 2,
    Clubs = 1 << 3,
    Plans = 1 << 4,
    Lists = 1 << 5,
    Segments = 1 << 6,

    /// <summary>What the codes are that were brought.</summary>
    Codes = 1 << 7,

    Counters = 1 << 8,

    /// <summary>How often the member used campaigns.</summary>
    MemberUses = 1 << 9,

    /// <summary>How much of campaigns is used up by all.</summary>
    Budgets = 1 << 10,

    /// <summary>Whether the member is in the program's control group.</summary>
    ProgramControl = 1 << 11,
}
