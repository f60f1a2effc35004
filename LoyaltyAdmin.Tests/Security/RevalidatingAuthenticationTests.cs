using System.Security.Claims;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Features.Operators;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Security;

/// <summary>What a live page asks again and again: whether who opened it may still be there.</summary>
public sealed class RevalidatingAuthenticationTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly Actor Administrator = new("admin@demo.local", Roles.PermissionsOf(Roles.Administrator));

    [Fact]
    public async Task Whoever_is_unchanged_goes_on()
    {
        var (principal, _) = await SignInAsync("unchanged@example.com");

        Assert.True(await IsValidAsync(principal));
    }

    [Fact]
    public async Task Whoever_is_switched_off_is_out()
    {
        var (principal, id) = await SignInAsync("blocked@example.com");

        Assert.Null(await portal.Services.GetRequiredService<SwitchOperator>().ExecuteAsync(Administrator, id, enabled: false, "left us", default));

        Assert.False(await IsValidAsync(principal));
    }

    [Fact]
    public async Task Whoever_has_other_roles_now_is_out_until_signed_in_anew()
    {
        var (principal, id) = await SignInAsync("promoted@example.com");

        Assert.Null(await portal.Services.GetRequiredService<ChangeRoles>().ExecuteAsync(Administrator, id, [Roles.Marketer], default));

        Assert.False(await IsValidAsync(principal));
        Assert.True(await IsValidAsync(await PrincipalAsync("promoted@example.com")));
    }

    [Fact]
    public async Task Whoever_was_given_another_password_is_out()
    {
        var (principal, id) = await SignInAsync("reset@example.com");

        Assert.Null(await portal.Services.GetRequiredService<ResetPassword>().ExecuteAsync(Administrator, id, "another-password", default));

        Assert.False(await IsValidAsync(principal));
    }

    [Fact]
    public async Task Live_pages_and_requests_ask_at_least_once_a_minute()
    {
        await using var scope = portal.Services.CreateAsyncScope();

        Assert.IsType<RevalidatingAuthentication>(scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>());
        Assert.InRange(SecurityRegistration.RevalidationInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    private async Task<(ClaimsPrincipal Principal, Guid Id)> SignInAsync(string email)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Operator>>();
        var user = new Operator { UserName = email, Email = email, DisplayName = "Someone" };
        Assert.True((await users.CreateAsync(user, "first-password")).Succeeded);
        Assert.True((await users.AddToRoleAsync(user, Roles.Operator)).Succeeded);
        return (await PrincipalAsync(email), user.Id);
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(string email)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var sign = scope.ServiceProvider.GetRequiredService<SignInManager<Operator>>();
        return await sign.CreateUserPrincipalAsync((await sign.UserManager.FindByEmailAsync(email))!);
    }

    private async Task<bool> IsValidAsync(ClaimsPrincipal principal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await ((RevalidatingAuthentication)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>()).IsValidAsync(principal);
    }
}
