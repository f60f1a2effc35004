using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Platform.Localization;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>For whom and in which language the terms are shown; both stand in the address.</summary>
public sealed partial class TermsChoice
{
    [Parameter, EditorRequired] public required TermsAudience Audience { get; set; }

    [Parameter, EditorRequired] public required string Language { get; set; }

    /// <summary>The address of the page, with what else stands in it.</summary>
    [Parameter, EditorRequired] public required string Path { get; set; }

    /// <summary>For whom an address asks; customers where it says nothing known.</summary>
    public static TermsAudience AudienceOf(string? asked) => string.Equals(asked, "cashiers", StringComparison.OrdinalIgnoreCase) ? TermsAudience.Cashier : TermsAudience.Customer;

    /// <summary>In which language an address asks; that of the person where it says nothing known.</summary>
    public static string LanguageOf(string? asked)
    {
        var own = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return Cultures.All.Contains(asked) ? asked! : Cultures.All.Contains(own) ? own : Cultures.English;
    }

    private string Address(TermsAudience audience, string language) =>
        $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}for={(audience == TermsAudience.Cashier ? "cashiers" : "customers")}&language={language}";
}
