using LoyaltyAdmin.Data.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LoyaltyAdmin.Security;

/// <summary>Signs operators in; those that are switched off stay out, and are signed out where they are in.</summary>
public sealed class OperatorSignIn(
    UserManager<Operator> users,
    IHttpContextAccessor contexts,
    IUserClaimsPrincipalFactory<Operator> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Operator>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Operator> confirmation)
    : SignInManager<Operator>(users, contexts, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Operator user) => !user.Disabled && await base.CanSignInAsync(user);

    public override async Task<bool> ValidateSecurityStampAsync(Operator? user, string? securityStamp) =>
        user is { Disabled: false } && await base.ValidateSecurityStampAsync(user, securityStamp);
}
