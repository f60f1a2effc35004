using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>A row of a file of members.</summary>
/// <param name="Registration">As the row has it.</param>
/// <param name="Agreed">Whether the member agreed to offers; null where the row does not say.</param>
internal sealed record MemberRow(MemberRegistration Registration, bool? Agreed);

/// <summary>
/// Brings members in by the rules by which staff and tills register, some hundreds in one transaction that also moves the
/// watermark. Where asked for, rows of members who are here already change them.
/// </summary>
internal sealed class MemberImport(
    IDbContextFactory<LoyaltyDbContext> databases,
    ProgramTimelines timelines,
    ImportSource source,
    RegisterMember register,
    SqlProvider sql,
    BusinessClock clock)
{
    private const int Attempts = 8;
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "1", "true", "yes", "y", "да", "д", "истина", "+" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "0", "false", "no", "n", "нет", "н", "ложь", "-" };

    public async Task RunAsync(ImportRun run, Actor actor, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);
        await new RowImport(databases, source).RunAsync(run, journal, errors, Read, WriteAsync, ct);

        async Task WriteAsync(IReadOnlyList<MemberRow> rows, CountRows count, CancellationToken cancel)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await TryAsync(rows, run, actor, count, cancel);
                    return;
                }
                catch (Exception e) when (attempt < Attempts && (e is DbUpdateConcurrencyException || sql.IsUniqueViolation(e) || sql.IsTransient(e)))
                {
                    // A till or a colleague was first with one of the keys: look again whose they are now.
                }
            }
        }
    }

    private async Task TryAsync(IReadOnlyList<MemberRow> rows, ImportRun run, Actor actor, CountRows count, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        var batch = new MemberBatch(db, run, register, await timelines.GetAsync(ct), clock.UtcNow);
        var outcomes = await batch.TakeAsync(rows, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (run.DryRun)
        {
            db.ChangeTracker.Clear();
        }
        else
        {
            await db.SaveChangesAsync(ct);
            await batch.NoteChangesAsync(ct);
        }

        await count(db, outcomes, ct);
        await transaction.CommitAsync(ct);
    }

    private static MemberRow? Read(RowCells cells)
    {
        var agreed = Agreed(cells);
        var registration = new MemberRegistration
        {
            Profile = new MemberProfile
            {
                ExternalId = cells.Text(ImportField.ExternalId, MemberProfile.LongestExternalId),
                Phone = cells.Text(ImportField.Phone, 64),
                Email = cells.Text(ImportField.Email, 254),
                FirstName = cells.Text(ImportField.FirstName, MemberProfile.LongestName),
                LastName = cells.Text(ImportField.LastName, MemberProfile.LongestName),
                BirthDate = cells.Day(ImportField.BirthDate),
                Channel = cells.Text(ImportField.Channel, MemberProfile.LongestChannel),
                AgreedToOffers = agreed == true,
            },
            Card = cells.Text(ImportField.Card, 64),
            JoinedAt = cells.Instant(ImportField.JoinedAt),
        };
        return cells.Problem is null ? new MemberRow(registration, agreed) : null;
    }

    private static bool? Agreed(RowCells cells)
    {
        if (cells.Text(ImportField.AgreedToOffers, 20) is not { } text)
        {
            return null;
        }

        if (!Yes.Contains(text) && !No.Contains(text))
        {
            cells.Refuse(new Rejection("Imports.NotYesOrNo", text));
        }

        return Yes.Contains(text);
    }
}
