using System.Globalization;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.WebUtilities;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>Which entries of the ledger are meant: a member's, a period's, or all. Days are local to the program.</summary>
public sealed record EntryScope
{
    public long? MemberId { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day that still counts.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What the parameters of an address name; what is not understood is passed over.</summary>
    public static EntryScope Of(long? member, string? from, string? to) => new() { MemberId = member, From = IsoDay.Read(from), To = IsoDay.Read(to) };

    /// <summary>The address of the workbook.</summary>
    public string ToExport() => QueryHelpers.AddQueryString("/exports/entries.xlsx", new Dictionary<string, string?>
    {
        ["member"] = MemberId?.ToString(CultureInfo.InvariantCulture),
        ["from"] = IsoDay.Write(From),
        ["to"] = IsoDay.Write(To),
    }.Where(p => p.Value is not null));
}
