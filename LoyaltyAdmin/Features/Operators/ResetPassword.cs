using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>An administrator sets a new password for somebody who forgot the old one; all sessions of that user end.</summary>
public sealed class ResetPassword(IServiceScopeFactory scopes)
{
    public Task<Rejection?> ExecuteAsync(Actor actor, Guid id, string password, CancellationToken ct) =>
        scopes.ChangeOperatorAsync(actor, null, async (users, _) =>
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } user)
            {
                return new Rejection("Operators.NotFound");
            }

            var token = await users.GeneratePasswordResetTokenAsync(user);
            return (await users.ResetPasswordAsync(user, token, password)).Explain();
        }, ct);
}
