namespace LoyaltyAdmin.Platform.Excel;

/// <summary>What a workbook shows, for its first sheet: subject, author, instant (UTC), period and the filters it was made with.</summary>
public sealed record ExcelDescription(string Title, string Author, DateTime MadeAt, TimeZoneInfo Zone)
{
    /// <summary>The period in words; null where there is none.</summary>
    public string? Period { get; init; }

    public IReadOnlyList<ExcelFilter> Filters { get; init; } = [];
}

/// <summary>A filter in the user's words.</summary>
public sealed record ExcelFilter(string Name, string Value);
