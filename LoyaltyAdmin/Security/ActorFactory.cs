using System.Security.Claims;

namespace LoyaltyAdmin.Security;

/// <summary>Turns whoever is signed in into the actor that use cases ask for.</summary>
public static class ActorFactory
{
    /// <summary>Type of the claims by which a machine's key carries single permissions.</summary>
    public const string PermissionClaim = "permission";

    /// <summary>The actor of a principal: what its roles and single permissions allow; nothing when it is not signed in.</summary>
    public static Actor ToActor(this ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true })
        {
            return new Actor("", new HashSet<Permission>());
        }

        var permissions = new HashSet<Permission>();
        foreach (var claim in principal.Claims)
        {
            if (claim.Subject is { } identity && claim.Type == identity.RoleClaimType)
            {
                permissions.UnionWith(Roles.PermissionsOf(claim.Value));
            }
            else if (claim.Type == PermissionClaim && Enum.TryParse<Permission>(claim.Value, out var permission))
            {
                permissions.Add(permission);
            }
        }

        return new Actor(principal.Identity.Name ?? "", permissions);
    }

    public static bool May(this ClaimsPrincipal principal, Permission permission) => principal.ToActor().May(permission);
}
