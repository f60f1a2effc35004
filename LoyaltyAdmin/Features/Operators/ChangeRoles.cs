using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>An administrator gives a user other roles; they hold as soon as the user's session is checked again.</summary>
public sealed class ChangeRoles(IServiceScopeFactory scopes)
{
    public Task<Rejection?> ExecuteAsync(Actor actor, Guid id, IReadOnlyList<string> roles, CancellationToken ct) =>
        scopes.ChangeOperatorAsync(actor, null, async (users, db) =>
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } user)
            {
                return new Rejection("Operators.NotFound");
            }

            if (roles.Count == 0)
            {
                return new Rejection("Operators.RoleNeeded") { Field = "roles" };
            }

            var before = await users.GetRolesAsync(user);
            return (await users.RemoveFromRolesAsync(user, before.Except(roles))).Explain()
                ?? (await users.AddToRolesAsync(user, roles.Except(before))).Explain()
                ?? (await users.UpdateSecurityStampAsync(user)).Explain()
                ?? await db.DemandAnAdministratorAsync(ct);
        }, ct);
}
