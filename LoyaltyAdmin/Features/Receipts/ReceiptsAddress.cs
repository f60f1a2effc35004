using System.Globalization;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.WebUtilities;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>A list of receipts in an address: the page, the workbook and a link sent to a colleague say the same.</summary>
public sealed record ReceiptsAddress
{
    public const int PageSize = 50;

    /// <summary>The filter, the order and the page that the parameters of an address name; what is not understood is passed over.</summary>
    public static ReceiptsAddress Of(
        string? search, string? from, string? to, string? kind, string? store, string? with, long? member, string? sort, int? page) => new()
        {
            Filter = new ReceiptFilter
            {
                Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
                From = IsoDay.Read(from),
                To = IsoDay.Read(to),
                Kind = Enum.TryParse<ReceiptKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
                Store = string.IsNullOrEmpty(store) ? null : store,
                HasMember = with switch { "member" => true, "nobody" => false, _ => null },
                MemberId = member,
            },
            Order = Enum.TryParse<ReceiptSort>(sort?.TrimStart('-'), ignoreCase: true, out var by) && Enum.IsDefined(by)
                ? new ReceiptOrder(by, !sort!.StartsWith('-'))
                : default,
            Page = Math.Max(1, page ?? 1),
        };

    public ReceiptFilter Filter { get; init; } = new();

    public ReceiptOrder Order { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Page { get; init; } = 1;

    /// <summary>The address of the list.</summary>
    public string ToList() => QueryHelpers.AddQueryString("/receipts", Parameters(withPage: true));

    /// <summary>The address of the workbook.</summary>
    public string ToExport() => QueryHelpers.AddQueryString("/exports/receipts.xlsx", Parameters(withPage: false));

    private Dictionary<string, string?> Parameters(bool withPage)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["search"] = Filter.Search,
            ["from"] = IsoDay.Write(Filter.From),
            ["to"] = IsoDay.Write(Filter.To),
            ["kind"] = Filter.Kind?.ToString().ToLowerInvariant(),
            ["store"] = Filter.Store,
            ["with"] = Filter.HasMember switch { true => "member", false => "nobody", null => null },
            ["member"] = Filter.MemberId?.ToString(CultureInfo.InvariantCulture),
            ["sort"] = Order == default ? null : $"{(Order.Ascending ? "" : "-")}{Order.By.ToString().ToLowerInvariant()}",
            ["page"] = withPage && Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return parameters.Where(p => p.Value is not null).ToDictionary();
    }
}
