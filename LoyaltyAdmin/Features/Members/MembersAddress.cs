using System.Globalization;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.WebUtilities;

namespace LoyaltyAdmin.Features.Members;

/// <summary>A list of members in an address: the page, the workbook and a link sent to a colleague say the same.</summary>
public sealed record MembersAddress
{
    public const int PageSize = 50;

    /// <summary>The filter, the order and the page that the parameters of an address name; what is not understood is passed over.</summary>
    public static MembersAddress Of(
        string? search, string? status, string? joinedFrom, string? joinedTo, string? balance, string? noPurchaseSince, string? sort, int? page) => new()
        {
            Filter = new MemberFilter
            {
                Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
                Status = Enum.TryParse<MemberStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
                JoinedFrom = IsoDay.Read(joinedFrom),
                JoinedTo = IsoDay.Read(joinedTo),
                HasBalance = balance switch { "yes" => true, "no" => false, _ => null },
                NoPurchaseSince = IsoDay.Read(noPurchaseSince),
            },
            Order = Enum.TryParse<MemberSort>(sort?.TrimStart('-'), ignoreCase: true, out var by) && Enum.IsDefined(by)
                ? new MemberOrder(by, sort!.StartsWith('-'))
                : default,
            Page = Math.Max(1, page ?? 1),
        };

    public MemberFilter Filter { get; init; } = new();

    public MemberOrder Order { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Page { get; init; } = 1;

    /// <summary>The address of the list.</summary>
    public string ToList() => QueryHelpers.AddQueryString("/members", Parameters(withPage: true));

    /// <summary>The address of the workbook.</summary>
    public string ToExport() => QueryHelpers.AddQueryString("/exports/members.xlsx", Parameters(withPage: false));

    private Dictionary<string, string?> Parameters(bool withPage)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["search"] = Filter.Search,
            ["status"] = Filter.Status?.ToString().ToLowerInvariant(),
            ["joinedFrom"] = IsoDay.Write(Filter.JoinedFrom),
            ["joinedTo"] = IsoDay.Write(Filter.JoinedTo),
            ["balance"] = Filter.HasBalance switch { true => "yes", false => "no", null => null },
            ["noPurchaseSince"] = IsoDay.Write(Filter.NoPurchaseSince),
            ["sort"] = Order == default ? null : $"{(Order.Descending ? "-" : "")}{Order.By.ToString().ToLowerInvariant()}",
            ["page"] = withPage && Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return parameters.Where(p => p.Value is not null).ToDictionary();
    }
}
