using System.Globalization;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.WebUtilities;

namespace LoyaltyAdmin.Features.Goods;

/// <summary>A list of goods in an address: the page, the workbook and a link sent to a colleague say the same.</summary>
public sealed record GoodsAddress
{
    public const int PageSize = 50;

    /// <summary>The filter, the order and the page that the parameters of an address name; what is not understood is passed over.</summary>
    public static GoodsAddress Of(string? search, string? from, string? to, string? category, string? by, string? sort, int? page) => new()
    {
        Filter = new GoodsFilter
        {
            Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
            From = IsoDay.Read(from),
            To = IsoDay.Read(to),
            Category = string.IsNullOrEmpty(category) ? null : category,
            By = by == "category" ? GoodsBy.Category : GoodsBy.Sku,
        },
        Order = Enum.TryParse<GoodsSort>(sort?.TrimStart('-'), ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? new GoodsOrder(known, !sort!.StartsWith('-'))
            : default,
        Page = Math.Max(1, page ?? 1),
    };

    public GoodsFilter Filter { get; init; } = new();

    public GoodsOrder Order { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Page { get; init; } = 1;

    /// <summary>The address of the list.</summary>
    public string ToList() => QueryHelpers.AddQueryString("/goods", Parameters(withPage: true));

    /// <summary>The address of the workbook.</summary>
    public string ToExport() => QueryHelpers.AddQueryString(GoodsFeature.ExportPath, Parameters(withPage: false));

    private Dictionary<string, string?> Parameters(bool withPage)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["search"] = Filter.Search,
            ["from"] = IsoDay.Write(Filter.From),
            ["to"] = IsoDay.Write(Filter.To),
            ["category"] = Filter.Category,
            ["by"] = Filter.By == GoodsBy.Category ? "category" : null,
            ["sort"] = Order == default ? null : $"{(Order.Ascending ? "" : "-")}{Order.By.ToString().ToLowerInvariant()}",
            ["page"] = withPage && Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return parameters.Where(p => p.Value is not null).ToDictionary();
    }
}
