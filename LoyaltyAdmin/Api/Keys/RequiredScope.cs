using Microsoft.AspNetCore.Authorization;

namespace LoyaltyAdmin.Api.Keys;

/// <summary>Says which scope a call needs, to the check and to the description of the API alike.</summary>
public sealed record RequiredScope(string Scope);

/// <summary>Guards calls by scopes.</summary>
public static class RequiredScopes
{
    /// <summary>Lets through only keys with the scope: 401 without a key, 403 without the scope, and 403 for partners where nothing opens the call to them.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoints, string scope)
        where TBuilder : IEndpointConventionBuilder
    {
        var policy = new AuthorizationPolicyBuilder(ApiKeyAuthentication.SchemeName)
            .RequireAuthenticatedUser()
            .RequireClaim(ApiKeyAuthentication.ScopeClaim, scope)
            .RequireAssertion(context => !context.User.HasClaim(claim => claim.Type == ApiKeyAuthentication.PartnerClaim)
                || OpenToPartners.Is((context.Resource as HttpContext)?.GetEndpoint()))
            .Build();
        return endpoints.RequireAuthorization(policy).WithMetadata(new RequiredScope(scope));
    }
}
