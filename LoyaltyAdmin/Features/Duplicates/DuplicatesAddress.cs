using System.Globalization;
using LoyaltyAdmin.Domain.Members.Duplicates;
using Microsoft.AspNetCore.WebUtilities;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>What the address of the queue says: filters and page.</summary>
public sealed record DuplicatesAddress
{
    public const int PageSize = 50;
    public const string Root = "/members/duplicates";

    public PairFilter Filter { get; init; } = new();

    /// <summary>1, 2, 3 …</summary>
    public int Page { get; init; } = 1;

    public static DuplicatesAddress Of(string? state, string? strength, string? reason, int? page) => new()
    {
        Filter = new PairFilter
        {
            State = Read<PairState>(state) ?? PairState.Open,
            Strength = Read<PairStrength>(strength),
            Reason = Read<MatchReasons>(reason),
        },
        Page = Math.Max(1, page ?? 1),
    };

    public string ToList() => QueryHelpers.AddQueryString(Root, Parameters(withPage: true));

    /// <summary>The address of the workbook.</summary>
    public string ToExport() => QueryHelpers.AddQueryString("/exports/duplicates.xlsx", Parameters(withPage: false));

    private Dictionary<string, string?> Parameters(bool withPage)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["state"] = Filter.State == PairState.Open ? null : Write(Filter.State),
            ["strength"] = Filter.Strength is { } strength ? Write(strength) : null,
            ["reason"] = Filter.Reason is { } reason ? Write(reason) : null,
            ["page"] = withPage && Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return parameters.Where(p => p.Value is not null).ToDictionary();
    }

    private static string Write<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? Read<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !int.TryParse(text, out _) ? value : null;
}
