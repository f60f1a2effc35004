using System.Security.Claims;
using System.Text.Encodings.Web;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LoyaltyAdmin.Api.Keys;

/// <summary>Knows the caller by the key in the header X-Api-Key; refuses with problems, never with redirects.</summary>
public sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeyRing ring)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Header = "X-Api-Key";
    public const string ScopeClaim = "scope";
    public const string PartnerClaim = "partner";

    private const int LongestSecret = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = Request.Headers[Header].ToString();
        if (secret.Length is 0 or > LongestSecret)
        {
            return AuthenticateResult.NoResult();
        }

        if (await ring.FindAsync(secret, Context.RequestAborted) is not { } holder)
        {
            return AuthenticateResult.Fail("Unknown key.");
        }

        Context.Features.Set(new ApiCaller(holder.Id, holder.Actor, holder.Unlimited));
        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new Claim(ClaimTypes.Name, holder.Actor.Name));
        if (holder.Actor.Partner is { } partner)
        {
            identity.AddClaim(new Claim(PartnerClaim, partner.Key));
        }

        identity.AddClaims(holder.Scopes.Select(scope => new Claim(ScopeClaim, scope)));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        var code = Request.Headers.ContainsKey(Header) ? "Api.KeyUnknown" : "Api.KeyMissing";
        return new ApiProblem(StatusCodes.Status401Unauthorized, new Rejection(code)).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (Context.Features.Get<ApiCaller>()?.Actor.Partner is not null && !OpenToPartners.Is(Context.GetEndpoint()))
        {
            return new ApiProblem(StatusCodes.Status403Forbidden, new Rejection("Api.NotForPartners")).ExecuteAsync(Context);
        }

        var scope = Context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>()?.Scope ?? "";
        return new ApiProblem(StatusCodes.Status403Forbidden, new Rejection("Api.ScopeMissing", scope)).ExecuteAsync(Context);
    }
}
