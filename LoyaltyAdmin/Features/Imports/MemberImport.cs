using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Brings members in, each by the rules by which the staff and tills register.</summary>
internal sealed class MemberImport(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, ImportFolder folder, RegisterMember register)
{
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "1", "true", "yes", "y", "да", "истина" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "0", "false", "no", "n", "нет", "ложь" };

    public async Task RunAsync(ImportRun run, Actor actor, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        await new RowImport(databases, timelines, folder).RunAsync(run, journal, errors, Read, WriteAsync, ct);

        async Task WriteAsync(IReadOnlyList<MemberRegistration> registrations, CountRows count, CancellationToken cancel)
        {
            var outcomes = new List<RowOutcome>(registrations.Count);
            foreach (var registration in registrations)
            {
                var result = run.DryRun
                    ? await register.CheckAsync(actor, registration, cancel)
                    : await register.ExecuteAsync(actor, registration, cancel);
                outcomes.Add(result.Accepted(out var registered, out var rejection)
                    ? new RowOutcome(registered.Replayed, null)
                    : new RowOutcome(false, rejection));
            }

            await using var db = await databases.CreateDbContextAsync(cancel);
            await count(db, outcomes, cancel);
        }
    }

    private static MemberRegistration? Read(RowCells cells)
    {
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
                AgreedToOffers = Agreed(cells),
            },
            Card = cells.Text(ImportField.Card, 64),
            JoinedAt = cells.Instant(ImportField.JoinedAt),
        };
        return cells.Problem is null ? registration : null;
    }

    private static bool Agreed(RowCells cells)
    {
        var text = cells.Text(ImportField.AgreedToOffers, 20);
        if (text is not null && !Yes.Contains(text) && !No.Contains(text))
        {
            cells.Refuse(new Rejection("Imports.NotYesOrNo", text));
        }

        return text is not null && Yes.Contains(text);
    }
}
