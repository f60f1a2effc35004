using System.Globalization;
using Microsoft.Extensions.Localization;
using Radzen;

namespace LoyaltyAdmin.Shell;

/// <summary>The Russian words of the component library, which brings none of its own; what is missing stays English.</summary>
public sealed class RadzenTexts(IStringLocalizer<RadzenTexts> texts) : ILocalizer
{
    public string? Get(string key, CultureInfo culture) => texts[key] is { ResourceNotFound: false } text ? text.Value : null;
}
