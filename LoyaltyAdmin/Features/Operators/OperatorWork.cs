using System.Data;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>
/// One change of users: identity's store and the audit share one context, and the whole is one transaction that a
/// rejection takes back. Serializable, so that two administrators cannot switch each other off at the same moment.
/// </summary>
internal static class OperatorWork
{
    public static async Task<Rejection?> ChangeOperatorAsync(
        this IServiceScopeFactory scopes, Actor actor, string? reason, Func<UserManager<Operator>, LoyaltyDbContext, Task<Rejection?>> change, CancellationToken ct)
    {
        actor.Demand(Permission.UsersManage);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoyaltyDbContext>();
        (db.Author, db.AuditReason) = (actor.Name, reason);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            var rejection = await change(scope.ServiceProvider.GetRequiredService<UserManager<Operator>>(), db);
            if (rejection is null)
            {
                await transaction.CommitAsync(ct);
            }

            return rejection;
        }
        catch (Exception e) when (scope.ServiceProvider.GetRequiredService<SqlProvider>().IsTransient(e))
        {
            return new Rejection("Common.ChangedByAnother");
        }
    }

    /// <summary>Whether somebody is left who can administer users.</summary>
    public static async Task<Rejection?> DemandAnAdministratorAsync(this LoyaltyDbContext db, CancellationToken ct)
    {
        var left = await db.UserRoles
            .Join(db.Roles.Where(r => r.Name == Roles.Administrator), r => r.RoleId, r => r.Id, (r, _) => r.UserId)
            .Join(db.Users.Where(u => !u.Disabled), id => id, u => u.Id, (id, _) => id)
            .AnyAsync(ct);
        return left ? null : new Rejection("Operators.LastAdministrator");
    }

    /// <summary>What identity refused, in our words; null when it did what was asked.</summary>
    /// <exception cref="InvalidOperationException">Identity refused for a reason that nobody's input explains.</exception>
    public static Rejection? Explain(this IdentityResult result) => result switch
    {
        { Succeeded: true } => null,
        _ when Has(result, "Concurrency") => new Rejection("Common.ChangedByAnother"),
        _ when Has(result, "Duplicate") => new Rejection("Operators.EmailTaken") { Field = "email" },
        _ when Has(result, "Invalid") => new Rejection("Operators.EmailInvalid") { Field = "email" },
        _ when Has(result, "Password") => new Rejection("Operators.PasswordWeak", SecurityRegistration.PasswordLength) { Field = "password" },
        _ => throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description))),
    };

    private static bool Has(IdentityResult result, string prefix) =>
        result.Errors.Any(e => e.Code.StartsWith(prefix, StringComparison.Ordinal));
}
