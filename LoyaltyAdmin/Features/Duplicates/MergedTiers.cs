using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Tiers;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>The places of two members on the ladder before a merge, and the survivor's right after it.</summary>
/// <param name="Source">Of who went; null for who never left the lowest level.</param>
/// <param name="Target">Of who stayed.</param>
/// <param name="After">Of who stayed, after the merge.</param>
public sealed record MergedTiers(TierStanding? Source, TierStanding? Target, TierStanding? After)
{
    /// <summary>The higher of two places; of equal ones the one that is kept longer.</summary>
    /// <param name="rules">The ladder in force; null where there is none, and the survivor's place stays.</param>
    /// <param name="day">On which they are compared.</param>
    /// <param name="source">Of who goes.</param>
    /// <param name="target">Of who stays.</param>
    public static TierStanding? Higher(TierRules? rules, DateOnly day, TierStanding? source, TierStanding? target)
    {
        if (source is null || target is null)
        {
            return target ?? source;
        }

        int PlaceOf(TierStanding standing) => rules?.Ladder.PlaceOf(standing.LevelOn(day)) ?? 0;
        return PlaceOf(source).CompareTo(PlaceOf(target)) switch
        {
            > 0 => source,
            0 when rules is not null && source.KeptUntil > target.KeptUntil => source,
            _ => target,
        };
    }

    /// <summary>Leaves the survivor on the higher of the two places and the other on none.</summary>
    public static async Task<MergedTiers> MergeAsync(LoyaltyDbContext db, long source, long target, TierRules? rules, DateOnly day, CancellationToken ct)
    {
        var (from, to) = (await db.MemberTiers.FindAsync([source], ct), await db.MemberTiers.FindAsync([target], ct));
        var (left, own) = (from?.Read(), to?.Read());
        var after = Higher(rules, day, left, own);
        Write(db, source, from, null);
        Write(db, target, to, after);
        return new MergedTiers(left, own, after);
    }

    /// <summary>Puts both where they were; a survivor who has moved since stays there.</summary>
    public async Task PartAsync(LoyaltyDbContext db, long source, long target, CancellationToken ct)
    {
        var (from, to) = (await db.MemberTiers.FindAsync([source], ct), await db.MemberTiers.FindAsync([target], ct));
        Write(db, source, from, Source);
        if (to?.Read() == After)
        {
            Write(db, target, to, Target);
        }
    }

    private static void Write(LoyaltyDbContext db, long member, MemberTier? row, TierStanding? standing)
    {
        if (standing is null)
        {
            if (row is not null)
            {
                db.MemberTiers.Remove(row);
            }

            return;
        }

        if (row is null)
        {
            row = new MemberTier { MemberId = member, Level = standing.Level };
            db.MemberTiers.Add(row);
        }
        else if (row.Read() == standing)
        {
            return;
        }

        row.Write(standing);
        row.Version++;
    }
}
