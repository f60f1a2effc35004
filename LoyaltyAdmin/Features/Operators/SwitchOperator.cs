using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>An administrator switches a user off, or on again. Nobody is deleted: the history needs the names.</summary>
public sealed class SwitchOperator(IServiceScopeFactory scopes)
{
    public Task<Rejection?> ExecuteAsync(Actor actor, Guid id, bool enabled, string? reason, CancellationToken ct) =>
        scopes.ChangeOperatorAsync(actor, reason, async (users, db) =>
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } user)
            {
                return new Rejection("Operators.NotFound");
            }

            if (!enabled && string.Equals(user.UserName, actor.Name, StringComparison.OrdinalIgnoreCase))
            {
                return new Rejection("Operators.Yourself");
            }

            user.Disabled = !enabled;
            return (await users.UpdateSecurityStampAsync(user)).Explain() ?? await db.DemandAnAdministratorAsync(ct);
        }, ct);
}
