using System.Security.Cryptography;
using System.Text;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Remembers how files were read, by what they hold and the names of their columns, and offers it again.</summary>
public sealed class ImportMappings(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    private const int Longest = 100;

    /// <summary>What names of columns a file may have beside its own: those that a download of refused rows adds.</summary>
    private static readonly HashSet<string> Added = ["reason", "причина"];

    /// <summary>A mapping that fits a file.</summary>
    /// <param name="Id">Its number.</param>
    /// <param name="Name">As the user named it; empty for the one that is kept by itself.</param>
    /// <param name="Plan">How the file is read.</param>
    /// <param name="UsedAt">When it was used last.</param>
    public sealed record Remembered(int Id, string Name, ImportPlan Plan, DateTime UsedAt);

    /// <summary>The mappings for files of this kind and header, the last used first.</summary>
    public async Task<IReadOnlyList<Remembered>> FindAsync(Actor actor, ImportKind kind, IReadOnlyList<string> columns, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);
        var hash = HashOf(columns);
        await using var db = await databases.CreateDbContextAsync(ct);
        var saved = await db.ImportMappings.AsNoTracking().Where(m => m.Kind == kind && m.HeaderHash == hash)
            .OrderByDescending(m => m.UsedAt).ThenByDescending(m => m.Id).Take(20).ToListAsync(ct);
        return [.. saved
            .Select(m => (Saved: m, Plan: ImportPlan.Read(m.Plan)))
            .Where(m => m.Plan.Rejection is null)
            .Select(m => new Remembered(m.Saved.Id, m.Saved.Name, m.Plan.Value, m.Saved.UsedAt))];
    }

    /// <summary>Keeps a mapping for the next file of this kind and header: under a name, or as the one that is kept by itself.</summary>
    public async Task KeepAsync(
        Actor actor, ImportKind kind, IReadOnlyList<string> columns, string name, ImportPlan plan, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsRun);
        var hash = HashOf(columns);
        name = name.Trim();
        name = name.Length > Longest ? name[..Longest] : name;
        var text = (plan with { Sheet = null }).Write() ?? "{}";
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        if (await db.ImportMappings.SingleOrDefaultAsync(m => m.Kind == kind && m.HeaderHash == hash && m.Name == name, ct) is { } known)
        {
            (known.Plan, known.UsedAt, known.UsedBy) = (text, clock.UtcNow, actor.Name);
        }
        else
        {
            db.ImportMappings.Add(new SavedMapping
            {
                Kind = kind,
                HeaderHash = hash,
                Name = name,
                Plan = text,
                UsedAt = clock.UtcNow,
                UsedBy = actor.Name,
            });
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Fingerprint of the names of the columns, whatever their order, case and blanks.</summary>
    private static string HashOf(IReadOnlyList<string> columns) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', columns.Select(ImportFields.Fold).Where(c => !Added.Contains(c)).Order(StringComparer.Ordinal)))));
}
