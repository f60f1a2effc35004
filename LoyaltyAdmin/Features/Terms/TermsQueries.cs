using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>The terms as they read now, and as a version will make them read.</summary>
/// <param name="Now">As they read now.</param>
/// <param name="Edition">Number and beginning of the latest edition that was kept; null before the first.</param>
/// <param name="Versions">Numbers of the draft and of versions to come that change conditions.</param>
/// <param name="Version">The number of the version in force.</param>
public sealed record TermsNow(TermsTexts Now, TermsRow? Edition, IReadOnlyList<VersionRow> Versions, int Version);

/// <summary>Reads the terms: those of now are written anew each time, those of then are looked up.</summary>
public sealed class TermsQueries(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramQueries programs, WriteTerms write, BusinessClock clock)
{
    /// <summary>The terms of now.</summary>
    public async Task<TermsNow> NowAsync(Actor actor, CancellationToken ct)
    {
        var overview = await programs.OverviewAsync(actor, ct);
        var inForce = overview.InForce;
        await using var db = await databases.CreateDbContextAsync(ct);
        var texts = await write.AllAsync(inForce.Conditions, overview.PointDecimals, clock.UtcNow, ct);
        var edition = await Rows(db.TermsEditions).FirstOrDefaultAsync(ct);
        return new TermsNow(texts, edition, [.. overview.Scheduled, .. overview.DraftVersion is { } draft ? new[] { draft } : []], inForce.Number);
    }

    /// <summary>The terms as a version that waits will make them read; null where there is none of this number.</summary>
    public async Task<TermsTexts?> OfVersionAsync(Actor actor, int number, CancellationToken ct)
    {
        var overview = await programs.OverviewAsync(actor, ct);
        return overview.Versions.FirstOrDefault(v => v.Number == number) is { } version
            ? await write.AllAsync(version.Conditions, version.Conditions.Unit.Decimals ?? overview.PointDecimals, clock.UtcNow, ct)
            : null;
    }

    /// <summary>One edition with the one before it; null where there is none of this number.</summary>
    public async Task<(TermsEdition Edition, TermsEdition? Before, DateTime? Until)?> EditionAsync(Actor actor, int number, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var near = await db.TermsEditions.AsNoTracking().Where(e => e.Number >= number - 1 && e.Number <= number + 1).ToDictionaryAsync(e => e.Number, ct);
        return near.TryGetValue(number, out var edition)
            ? (edition, near.GetValueOrDefault(number - 1), near.GetValueOrDefault(number + 1)?.From)
            : null;
    }

    /// <summary>One page of editions, the latest first.</summary>
    public async Task<Page<TermsRow>> ListAsync(Actor actor, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Rows(db.TermsEditions).ToPageAsync(page, ct);
    }

    /// <summary>All editions, the latest first.</summary>
    public async Task<IReadOnlyList<TermsRow>> AllAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Rows(db.TermsEditions).ToListAsync(ct);
    }

    private static IQueryable<TermsRow> Rows(IQueryable<TermsEdition> editions) =>
        editions.AsNoTracking().OrderByDescending(e => e.Number).Select(e => new TermsRow(e.Number, e.From, e.Version, e.Added, e.Removed));
}
