using System.Security.Claims;
using LoyaltyAdmin.Data.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace LoyaltyAdmin.Security;

/// <summary>Ends the circuit of whoever was switched off, signed out everywhere or given other roles meanwhile.</summary>
public sealed class RevalidatingAuthentication(ILoggerFactory loggers, IServiceScopeFactory scopes)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => SecurityRegistration.RevalidationInterval;

    /// <summary>Whether a principal still stands for an operator who may be signed in.</summary>
    public async Task<bool> IsValidAsync(ClaimsPrincipal principal)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignInManager<Operator>>().ValidateSecurityStampAsync(principal) is not null;
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        IsValidAsync(authenticationState.User);
}
