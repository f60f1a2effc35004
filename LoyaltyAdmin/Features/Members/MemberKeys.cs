using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Finds, set-wise, the members whom many keys of a kind name; what named one who was merged names the one who stands for it.</summary>
internal static class MemberKeys
{
    /// <summary>Adds those that name somebody to what was found.</summary>
    public static async Task ResolveAsync(
        LoyaltyDbContext db, MemberKeyKind kind, string[] values, Dictionary<MemberKey, long> found, CancellationToken ct)
    {
        var members = db.Members.AsNoTracking();
        var pairs = kind switch
        {
            MemberKeyKind.ExternalId => members.Where(m => EF.Parameter(values).Contains(m.ExternalId)).Select(m => new { Value = m.ExternalId!, Id = m.MergedIntoId ?? m.Id }),
            MemberKeyKind.Phone => members.Where(m => EF.Parameter(values).Contains(m.Phone)).Select(m => new { Value = m.Phone!, Id = m.MergedIntoId ?? m.Id }),
            MemberKeyKind.Email => members.Where(m => EF.Parameter(values).Contains(m.Email)).Select(m => new { Value = m.Email!, Id = m.MergedIntoId ?? m.Id }),
            MemberKeyKind.Card => db.Cards.AsNoTracking()
                .Where(c => EF.Parameter(values).Contains(c.Number) && c.Status == CardStatus.Active)
                .Join(members, c => c.MemberId, m => m.Id, (c, m) => new { Value = c.Number, Id = m.MergedIntoId ?? m.Id }),
            _ => null,
        };
        if (pairs is null)
        {
            var numbers = values.Select(v => long.TryParse(v, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : -1).ToArray();
            var present = await members.Where(m => EF.Parameter(numbers).Contains(m.Id))
                .Select(m => new { m.Id, Named = m.MergedIntoId ?? m.Id }).ToDictionaryAsync(m => m.Id, m => m.Named, ct);
            foreach (var value in values)
            {
                if (long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var id) && present.TryGetValue(id, out var named))
                {
                    found[new MemberKey(kind, value)] = named;
                }
            }

            return;
        }

        foreach (var pair in await pairs.ToListAsync(ct))
        {
            found[new MemberKey(kind, pair.Value)] = pair.Id;
        }
    }
}
