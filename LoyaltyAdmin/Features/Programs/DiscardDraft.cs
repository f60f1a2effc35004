using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>A marketer throws the draft away; what is in force stays.</summary>
public sealed class DiscardDraft(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    /// <summary>Why not, or null when it is gone.</summary>
    public async Task<Rejection?> ExecuteAsync(Actor actor, DraftRead read, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramEdit);

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        var draft = await db.ProgramVersions.SingleOrDefaultAsync(v => v.Id == read.Id && v.Status == VersionStatus.Draft, ct);
        if (draft is null || draft.Revision != read.Revision)
        {
            return ProgramRejections.ChangedByAnother;
        }

        db.ProgramVersions.Remove(draft);
        return await db.TrySaveAsync(sql, ct);
    }
}
