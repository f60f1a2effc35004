using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>Reads the program and its versions. There are tens of them, so they are read whole.</summary>
public sealed class ProgramQueries(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    public async Task<ProgramOverview> OverviewAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var program = await db.Programs.AsNoTracking().OrderBy(p => p.Id).FirstAsync(ct);
        var versions = await db.ProgramVersions.AsNoTracking().Where(v => v.ProgramId == program.Id).ToListAsync(ct);
        var draft = versions.SingleOrDefault(v => v.Status == VersionStatus.Draft);
        return new ProgramOverview(
            Rows(versions, clock.UtcNow),
            draft is null ? null : new DraftRead(draft.Id, draft.Number, draft.Revision),
            program.PointDecimals,
            await db.Lots.AnyAsync(ct));
    }

    /// <summary>One version; null when there is none of this number.</summary>
    public async Task<VersionDetails?> FindAsync(Actor actor, int number, CancellationToken ct)
    {
        var overview = await OverviewAsync(actor, ct);
        if (overview.Versions.FirstOrDefault(v => v.Number == number) is not { } version)
        {
            return null;
        }

        var previous = version.EffectiveFrom is null || version.State == VersionState.Withdrawn
            ? overview.InForce
            : overview.Versions.FirstOrDefault(v => v.EffectiveFrom is not null && v.State != VersionState.Withdrawn && Order(v).CompareTo(Order(version)) < 0);
        return new VersionDetails(version, previous, overview.PointDecimals);
    }

    private static List<VersionRow> Rows(List<ProgramVersion> versions, DateTime now)
    {
        var published = versions.Where(v => v.Status == VersionStatus.Published)
            .OrderBy(v => v.EffectiveFrom).ThenBy(v => v.Number).ToList();
        var inForce = published.LastOrDefault(v => v.EffectiveFrom <= now);
        return
        [
            .. versions.Select(v => Row(v, inForce, published, now))
                .OrderBy(row => row.State != VersionState.Draft)
                .ThenByDescending(row => row.EffectiveFrom)
                .ThenByDescending(row => row.Number),
        ];
    }

    private static VersionRow Row(ProgramVersion version, ProgramVersion? inForce, List<ProgramVersion> published, DateTime now)
    {
        var state = version.Status switch
        {
            VersionStatus.Draft => VersionState.Draft,
            VersionStatus.Withdrawn => VersionState.Withdrawn,
            _ when ReferenceEquals(version, inForce) => VersionState.InForce,
            _ => version.EffectiveFrom > now ? VersionState.Scheduled : VersionState.Past,
        };
        var place = published.IndexOf(version);
        return new VersionRow(
            version.Number,
            state,
            version.EffectiveFrom,
            place >= 0 && place + 1 < published.Count ? published[place + 1].EffectiveFrom : null,
            version.PublishedAt,
            version.PublishedBy,
            version.Note,
            version.Conditions);
    }

    private static (DateTime? From, int Number) Order(VersionRow version) => (version.EffectiveFrom, version.Number);
}
