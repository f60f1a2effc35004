using LoyaltyAdmin.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace LoyaltyAdmin.Security.Account;

/// <summary>Signing out changes a cookie, so it is a form that is posted, never a link.</summary>
internal static class SignOutEndpoint
{
    public const string Path = "/account/sign-out";

    // The form parameter, though unused, makes the framework check the antiforgery token.
    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, async (SignInManager<Operator> signIn, [FromForm] string? returnUrl) =>
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/account/sign-in");
    }).AllowAnonymous();
}
