using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoyaltyAdmin.Platform.Localization;

/// <summary>The languages of the portal: the person's choice in a cookie, else what the browser asks for, else English.</summary>
public static class Cultures
{
    public const string English = "en";
    public const string Russian = "ru";

    public static IReadOnlyList<string> All { get; } = [English, Russian];

    public static void AddCultures(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.TryAddSingleton<CodeTexts>();
        builder.Services.AddRequestLocalization(options =>
        {
            options.SetDefaultCulture(English).AddSupportedCultures([.. All]).AddSupportedUICultures([.. All]);
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
    }

    /// <summary>Where a change of language goes: keeps it in the cookie and loads the page anew, for a circuit never changes its culture.</summary>
    public static void MapCultures(this IEndpointRouteBuilder app) =>
        app.MapGet("/culture/{culture}", (string culture, string? returnUrl, HttpContext http) =>
        {
            if (All.Contains(culture))
            {
                http.Response.Cookies.Append(
                    CookieRequestCultureProvider.DefaultCookieName,
                    CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                    new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, Path = "/" });
            }

            return Results.LocalRedirect(Local(returnUrl));
        }).AllowAnonymous();

    private static string Local(string? address) => address is ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : "/";
}
