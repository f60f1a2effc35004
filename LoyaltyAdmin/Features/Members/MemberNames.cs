using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>How a member is called on a page.</summary>
internal static class MemberNames
{
    public static string Display(string? lastName, string? firstName, string? otherwise, long id) =>
        string.Join(' ', new[] { lastName, firstName }.Where(part => part is not null)) is { Length: > 0 } name
            ? name
            : otherwise ?? string.Create(CultureInfo.InvariantCulture, $"№ {id}");

    /// <summary>First name, then last name; empty for nobody's.</summary>
    public static string Full(string? firstName, string? lastName) => string.Join(' ', new[] { firstName, lastName }.Where(part => part is not null));

    /// <summary>The names of some members by id; who has none goes by a contact, masked: whoever may see a name may not see contacts.</summary>
    public static async Task<Dictionary<long, string>> OfAsync(LoyaltyDbContext db, IEnumerable<long?> members, CancellationToken ct)
    {
        var ids = members.OfType<long>().Distinct().ToList();
        var found = ids.Count == 0
            ? []
            : await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id))
                .Select(m => new { m.Id, m.LastName, m.FirstName, m.Phone, m.Email, m.ExternalId })
                .ToListAsync(ct);
        return found.ToDictionary(m => m.Id, m => Display(m.LastName, m.FirstName, MaskedContact.Phone(m.Phone) ?? MaskedContact.Email(m.Email) ?? m.ExternalId, m.Id));
    }
}
