using LoyaltyAdmin.Data;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>A user as the list and the own page show it.</summary>
/// <param name="LockedUntil">Until when wrong passwords keep the user out (UTC); null when they do not.</param>
public sealed record OperatorRow(
    Guid Id, string Name, string Email, IReadOnlyList<string> Roles, bool Disabled, DateTime? LockedUntil);

/// <summary>Reads the users of the portal.</summary>
public sealed class OperatorQueries(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    public async Task<Page<OperatorRow>> ListAsync(Actor actor, OperatorFilter filter, OperatorSort sort, bool descending, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.UsersManage);
        await using var db = await databases.CreateDbContextAsync(ct);
        var users = db.Users.AsNoTracking();
        if (filter.Search is { } part)
        {
            var normalized = part.ToUpperInvariant();
            users = users.Where(u => u.DisplayName.Contains(part) || u.NormalizedEmail!.Contains(normalized));
        }

        if (filter.IsDisabled is { } isDisabled)
        {
            users = users.Where(u => u.Disabled == isDisabled);
        }

        return await ReadAsync(db, Sorted(users, sort, descending).ThenBy(u => u.Id), page, ct);
    }

    private static IOrderedQueryable<Data.Identity.Operator> Sorted(IQueryable<Data.Identity.Operator> users, OperatorSort sort, bool descending) => (sort, descending) switch
    {
        (OperatorSort.Email, true) => users.OrderByDescending(u => u.NormalizedEmail),
        (OperatorSort.Email, false) => users.OrderBy(u => u.NormalizedEmail),
        (_, true) => users.OrderByDescending(u => u.DisplayName),
        _ => users.OrderBy(u => u.DisplayName),
    };

    public async Task<OperatorRow?> FindAsync(Actor actor, Guid id, CancellationToken ct)
    {
        actor.Demand(Permission.UsersManage);
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await ReadAsync(db, db.Users.AsNoTracking().Where(u => u.Id == id).OrderBy(u => u.Id), new PageRequest(0, 1), ct)).Rows.SingleOrDefault();
    }

    private async Task<Page<OperatorRow>> ReadAsync(
        LoyaltyDbContext db, IQueryable<Data.Identity.Operator> users, PageRequest page, CancellationToken ct)
    {
        var found = await users
            .Select(u => new
            {
                u.Id,
                u.DisplayName,
                u.Email,
                u.Disabled,
                u.LockoutEnd,
                Roles = db.UserRoles.Where(r => r.UserId == u.Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, role) => role.Name!).ToList(),
            })
            .ToPageAsync(page, ct);
        return new Page<OperatorRow>(
            [.. found.Rows.Select(u => new OperatorRow(
                u.Id, u.DisplayName, u.Email ?? "", [.. Roles.All.Where(u.Roles.Contains)], u.Disabled,
                u.LockoutEnd?.UtcDateTime is { } until && until > clock.UtcNow ? until : null))],
            found.Total);
    }
}
