using System.Globalization;

namespace LoyaltyAdmin.Api.Problems;

/// <summary>The language in which a machine's operator wants to read errors: English unless Accept-Language prefers Russian.</summary>
public static class CallerCulture
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru");

    /// <summary>Makes the request's language the current one.</summary>
    public static void Set(HttpRequest request) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Of(request);

    private static CultureInfo Of(HttpRequest request)
    {
        if (request.Headers.AcceptLanguage.Count == 0)
        {
            return English;
        }

        return request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant() switch
            {
                "ru" => Russian,
                "en" or "*" => English,
                _ => null,
            })
            .FirstOrDefault(culture => culture is not null) ?? English;
    }
}
