using System.Globalization;
using LoyaltyAdmin.Domain.Members;
using Microsoft.AspNetCore.WebUtilities;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>A list of cards in an address: the page, the workbook and a link sent to a colleague say the same.</summary>
public sealed record CardsAddress
{
    public const int PageSize = 50;

    /// <summary>The filter and the page that the parameters of an address name; what is not understood is passed over.</summary>
    public static CardsAddress Of(string? search, string? status, long? series, string? kind, string? issued, int? page) => new()
    {
        Filter = new CardFilter
        {
            Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
            Status = Enum.TryParse<CardStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
            SeriesId = series,
            IsVirtual = kind switch { "virtual" => true, "plastic" => false, _ => null },
            IsIssued = issued switch { "yes" => true, "no" => false, _ => null },
        },
        Page = Math.Max(1, page ?? 1),
    };

    public CardFilter Filter { get; init; } = new();

    /// <summary>1, 2, 3 …</summary>
    public int Page { get; init; } = 1;

    /// <summary>The address of the list.</summary>
    public string ToList() => QueryHelpers.AddQueryString("/cards", Parameters(withPage: true));

    /// <summary>The address of the workbook.</summary>
    public string ToExport() => QueryHelpers.AddQueryString("/exports/cards.xlsx", Parameters(withPage: false));

    private Dictionary<string, string?> Parameters(bool withPage)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["search"] = Filter.Search,
            ["status"] = Filter.Status?.ToString().ToLowerInvariant(),
            ["series"] = Filter.SeriesId?.ToString(CultureInfo.InvariantCulture),
            ["kind"] = Filter.IsVirtual switch { true => "virtual", false => "plastic", null => null },
            ["issued"] = Filter.IsIssued switch { true => "yes", false => "no", null => null },
            ["page"] = withPage && Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return parameters.Where(p => p.Value is not null).ToDictionary();
    }
}
