using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>
/// A marketer saves the one draft of the program. A draft may hold conditions that cannot be published yet: nothing that was
/// entered is lost.
/// </summary>
public sealed class EditDraft(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    /// <summary>Saves the draft, or begins it where none was read.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="read">The draft on which the change was made; null when there was none.</param>
    /// <param name="conditions">What it shall hold.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The draft as it is now, or why not: <c>Common.ChangedByAnother</c> when it is no longer the one that was read.</returns>
    public async Task<Result<DraftRead>> ExecuteAsync(Actor actor, DraftRead? read, ProgramConditions conditions, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramEdit);

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        var programId = await db.Programs.OrderBy(p => p.Id).Select(p => p.Id).FirstAsync(ct);
        var draft = await db.ProgramVersions.SingleOrDefaultAsync(v => v.ProgramId == programId && v.Status == VersionStatus.Draft, ct);
        if (draft?.Id != read?.Id || draft?.Revision != read?.Revision)
        {
            return ProgramRejections.ChangedByAnother;
        }

        if (draft is null)
        {
            // Of two who begin a draft at once the unique draft lets one through.
            var last = await db.ProgramVersions.Where(v => v.ProgramId == programId).MaxAsync(v => v.Number, ct);
            draft = new ProgramVersion { ProgramId = programId, Number = last + 1, Conditions = conditions };
            db.ProgramVersions.Add(draft);
        }
        else if (draft.Conditions != conditions)
        {
            draft.Rewrite(conditions);
        }

        return await db.TrySaveAsync(sql, ct) is { } lost ? lost : new DraftRead(draft.Id, draft.Number, draft.Revision);
    }
}
