using Microsoft.AspNetCore.Authorization;

namespace LoyaltyAdmin.Security;

/// <summary>One policy for each permission, by its name; and nothing is open that does not say so.</summary>
public static class Policies
{
    public static void AddPermissionPolicies(this AuthorizationOptions options)
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            options.AddPolicy(permission.ToString(), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.User.May(permission)));
        }

        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }
}
