using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>The "no"s of the program's use cases.</summary>
internal static class ProgramRejections
{
    public const int NoteLength = 1000;

    /// <summary>Somebody else was first.</summary>
    public static readonly Rejection ChangedByAnother = new("Common.ChangedByAnother");

    /// <summary>A reason in the author's words is wanted, of three characters at least.</summary>
    public static Rejection? CheckNote(string? note) =>
        note?.Trim().Length is null or < 3 or > NoteLength ? new Rejection("Programs.NoteMissing", NoteLength) { Field = "note" } : null;

    /// <summary>Saves, or says that somebody else was first.</summary>
    public static async Task<Rejection?> TrySaveAsync(this LoyaltyDbContext db, SqlProvider sql, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangedByAnother;
        }
        catch (DbUpdateException exception) when (sql.IsUniqueViolation(exception))
        {
            return ChangedByAnother;
        }
    }
}
