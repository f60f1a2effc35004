using System.Security.Cryptography;
using System.Text;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>Keeps what tills and shops know of a person beyond contacts, as fingerprints that nobody can read back.</summary>
public sealed class MemberMarks(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    private const int Attempts = 3;

    /// <summary>What a caller says.</summary>
    public sealed record Said(string? PaymentCard, string? Address, string? Device);

    /// <summary>Adds what is new to what is known of the member.</summary>
    public async Task NoteAsync(long memberId, Said said, CancellationToken ct)
    {
        var marks = Read(memberId, said).ToList();
        for (var attempt = 1; marks.Count > 0; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var known = await db.MemberMarks.AsNoTracking().Where(m => m.MemberId == memberId).Select(m => new { m.Kind, m.Hash }).ToListAsync(ct);
            db.AddRange(marks.Where(m => !known.Any(k => k.Kind == m.Kind && k.Hash == m.Hash)));
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException exception) when (attempt < Attempts && sql.IsUniqueViolation(exception))
            {
                // Another call noted the same.
            }
        }
    }

    private static IEnumerable<MemberMark> Read(long memberId, Said said)
    {
        (MemberMarkKind Kind, string? Text)[] all = [(MemberMarkKind.PaymentCard, said.PaymentCard), (MemberMarkKind.Address, said.Address), (MemberMarkKind.Device, said.Device)];
        foreach (var (kind, text) in all)
        {
            if (MemberMark.Normalise(text) is { } plain)
            {
                yield return new MemberMark { MemberId = memberId, Kind = kind, Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{plain}"))) };
            }
        }
    }
}
