using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>An administrator lets a user try again before the lockout after wrong passwords is over.</summary>
public sealed class UnlockOperator(IServiceScopeFactory scopes)
{
    public Task<Rejection?> ExecuteAsync(Actor actor, Guid id, CancellationToken ct) =>
        scopes.ChangeOperatorAsync(actor, null, async (users, _) =>
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } user)
            {
                return new Rejection("Operators.NotFound");
            }

            return (await users.SetLockoutEndDateAsync(user, null)).Explain() ?? (await users.ResetAccessFailedCountAsync(user)).Explain();
        }, ct);
}
