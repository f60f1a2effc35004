using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>
/// A marketer puts the draft in force from an instant on. Several versions may wait for their instants; receipts of the past
/// keep the version of their time, so the past cannot be published into.
/// </summary>
public sealed class PublishDraft(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, PointsDivision division, BusinessClock clock, SqlProvider sql)
{
    /// <summary>How far an instant may lie back and still mean now: the time that a person takes to press the button.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    /// <summary>What was published.</summary>
    public sealed record Published(int Number, DateTime EffectiveFrom, string Note);

    /// <summary>Publishes the draft as it was read.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="read">The draft on the screen.</param>
    /// <param name="effectiveFrom">From when on (UTC); null for now.</param>
    /// <param name="note">Why, in the publisher's words.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Published>> ExecuteAsync(Actor actor, DraftRead read, DateTime? effectiveFrom, string note, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramPublish);
        if (ProgramRejections.CheckNote(note) is { } missing)
        {
            return missing;
        }

        var now = clock.UtcNow;
        if (effectiveFrom < now - Tolerance)
        {
            return new Rejection("Programs.EffectiveInPast") { Field = "effectiveFrom" };
        }

        var from = effectiveFrom > now ? effectiveFrom.Value : now;
        await using var db = await databases.CreateDbContextAsync(ct);
        (db.Author, db.AuditReason) = (actor.Name, note.Trim());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var draft = await db.ProgramVersions.SingleOrDefaultAsync(v => v.Id == read.Id && v.Status == VersionStatus.Draft, ct);
        if (draft is null || draft.Revision != read.Revision)
        {
            return ProgramRejections.ChangedByAnother;
        }

        var program = await db.Programs.SingleAsync(p => p.Id == draft.ProgramId, ct);
        var decimals = draft.Conditions.Unit.Decimals ?? program.PointDecimals;
        if (ConditionsValidation.Check(draft.Conditions, decimals) is [var wrong, ..])
        {
            return wrong;
        }

        if (decimals != program.PointDecimals && await DividePointsAsync(db, program, decimals, from > now, ct) is { } kept)
        {
            return kept;
        }

        draft.Note = note.Trim();
        draft.Publish(from, now, actor.Name);
        if (await db.TrySaveAsync(sql, ct) is { } lost)
        {
            return lost;
        }

        await transaction.CommitAsync(ct);
        timelines.Forget();
        return new Published(draft.Number, from, draft.Note);
    }

    /// <summary>Points are divided at once and for all versions, so only while there are none and all versions can be counted so.</summary>
    private async Task<Rejection?> DividePointsAsync(
        LoyaltyDbContext db, LoyaltyProgram program, int decimals, bool later, CancellationToken ct)
    {
        if (later)
        {
            return new Rejection("Programs.DecimalsOnlyNow") { Field = "Unit.Decimals" };
        }

        if (!await division.TakeAsync(db, program, ct))
        {
            return ProgramRejections.ChangedByAnother;
        }

        if (await db.Lots.AnyAsync(ct))
        {
            return new Rejection("Programs.DecimalsFixed", program.PointDecimals) { Field = "Unit.Decimals" };
        }

        var published = await db.ProgramVersions.AsNoTracking()
            .Where(v => v.ProgramId == program.Id && v.Status == VersionStatus.Published).OrderBy(v => v.Number).ToListAsync(ct);
        var finer = published.FirstOrDefault(v =>
            ConditionsValidation.Check(v.Conditions, decimals).Any(finding => finding.Code == ProgramCodes.PointsTooFine));
        if (finer is not null)
        {
            return new Rejection("Programs.DecimalsTooFew", finer.Number, decimals) { Field = "Unit.Decimals" };
        }

        program.DividePoints(decimals);
        return null;
    }
}
