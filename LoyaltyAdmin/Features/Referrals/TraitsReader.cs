using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>Reads by what members can be told: contacts of now, contacts of before from their history, marks; of those merged into them too.</summary>
internal static class TraitsReader
{
    /// <summary>The traits of each of these members, who stand for themselves.</summary>
    public static async Task<Dictionary<long, PersonTraits>> ReadAsync(LoyaltyDbContext db, IReadOnlyCollection<long> members, CancellationToken ct)
    {
        long[] ids = [.. members.Distinct()];
        var persons = await db.Members.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.MergedIntoId ?? m.Id))
            .Select(m => new { m.Id, Survivor = m.MergedIntoId ?? m.Id, m.Phone, m.Email }).ToListAsync(ct);
        var all = persons.ToDictionary(p => p.Id, p => p.Survivor);
        long[] numbers = [.. all.Keys];
        string[] subjects = [.. numbers.Select(id => id.ToString(CultureInfo.InvariantCulture))];
        var history = await db.AuditEntries.AsNoTracking().Where(a => a.Subject == nameof(Member) && EF.Parameter(subjects).Contains(a.SubjectId))
            .Select(a => new { a.SubjectId, a.Before }).ToListAsync(ct);
        var marks = await db.MemberMarks.AsNoTracking().Where(m => EF.Parameter(numbers).Contains(m.MemberId)).ToListAsync(ct);

        var found = ids.ToDictionary(id => id, _ => (Phones: new HashSet<string>(), Emails: new HashSet<string>(), Marks: new HashSet<(MemberMarkKind, string)>()));
        foreach (var person in persons)
        {
            Add(found[person.Survivor].Phones, person.Phone);
            Add(found[person.Survivor].Emails, person.Email);
        }

        foreach (var entry in history.Where(h => h.Before is not null))
        {
            var owner = found[all[long.Parse(entry.SubjectId, CultureInfo.InvariantCulture)]];
            Add(owner.Phones, Of(entry.Before!, nameof(Member.Phone)));
            Add(owner.Emails, Of(entry.Before!, nameof(Member.Email)));
        }

        foreach (var mark in marks)
        {
            found[all[mark.MemberId]].Marks.Add((mark.Kind, mark.Hash));
        }

        return found.ToDictionary(f => f.Key, f => new PersonTraits(f.Value.Phones, f.Value.Emails, f.Value.Marks));
    }

    private static void Add(HashSet<string> set, string? value)
    {
        if (value is not null)
        {
            set.Add(value);
        }
    }

    private static string? Of(string json, string field)
    {
        using var read = JsonDocument.Parse(json);
        return read.RootElement.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
