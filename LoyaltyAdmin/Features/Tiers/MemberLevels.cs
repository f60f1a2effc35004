using LoyaltyAdmin.Domain.Tiers;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>The level that counts for a member; of those who have left the lowest.</summary>
internal sealed record MemberLevel
{
    public required long MemberId { get; init; }

    public required string Level { get; init; }
}

/// <summary>What <see cref="TierStanding.LevelOn"/> says, for the database to say it of many.</summary>
internal static class MemberLevels
{
    /// <summary>The levels that count on a local day: one given by hand while it lasts, else the earned one.</summary>
    public static IQueryable<MemberLevel> LevelsOn(this IQueryable<MemberTier> tiers, DateOnly day) =>
        tiers.Select(t => new MemberLevel { MemberId = t.MemberId, Level = t.LockUntil > day ? t.LockLevel! : t.Level });
}
