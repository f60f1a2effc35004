using System.Text.Json;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Members.Duplicates;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>What a merge moved from one member to the other, by the numbers of the rows: an unmerge moves the same rows back.</summary>
public sealed record MovedRows
{
    public long[] Receipts { get; init; } = [];

    public long[] Returns { get; init; } = [];

    public long[] Entries { get; init; } = [];

    public long[] Lots { get; init; } = [];

    public long[] Holds { get; init; } = [];

    public int[] Cards { get; init; } = [];

    /// <summary>Members who had been merged into the one who went.</summary>
    public long[] Aliases { get; init; } = [];

    /// <summary>The debt that moved, in smallest parts of a point.</summary>
    public long Debt { get; init; }

    /// <summary>Holds that were open on either member: one that is not among them came later.</summary>
    public long[] OpenHolds { get; init; } = [];

    /// <summary>The places on the ladder.</summary>
    public MergedTiers Tiers { get; init; } = new(null, null, null);

    /// <summary>Subscriptions of the one who went.</summary>
    public long[] Subscriptions { get; init; } = [];

    /// <summary>Subscriptions that gave way to the other member's one to the same plan.</summary>
    public long[] ClosedSubscriptions { get; init; } = [];

    /// <summary>The place in a household; null in merges from before there were any.</summary>
    public MergedHousehold? Household { get; init; }

    /// <summary>Places in clubs and invitations.</summary>
    public MergedClubs Clubs { get; init; } = new([], [], [], []);

    /// <summary>The answers to the questionnaire, and the consents; null in merges from before there were any.</summary>
    public MergedAnswers? Answers { get; init; }

    /// <summary>Campaigns and coupons; null in merges from before there were any.</summary>
    public MergedPromotions? Promotions { get; init; }

    /// <summary>What the pair in the queue was before; null where there was none.</summary>
    public PairBefore? Pair { get; init; }

    /// <summary>A decision on a pair.</summary>
    public sealed record PairBefore(PairState State, string? By, DateTime? At);

    public string Write() => JsonSerializer.Serialize(this, ConditionsJson.Options);

    public static MovedRows Read(string json) => JsonSerializer.Deserialize<MovedRows>(json, ConditionsJson.Options)!;
}

/// <summary>Both members before a merge, and the survivor right after it.</summary>
public sealed record MergedMembers(MergedValues Source, MergedValues Target, MergedValues After)
{
    public string Write() => JsonSerializer.Serialize(this, ConditionsJson.Options);

    public static MergedMembers Read(string json) => JsonSerializer.Deserialize<MergedMembers>(json, ConditionsJson.Options)!;
}
