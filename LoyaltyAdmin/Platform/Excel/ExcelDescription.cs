namespace LoyaltyAdmin.Platform.Excel;

/// <summary>What a workbook shows, for its first sheet: subject, author, instant (UTC), period and the filters it was made with.</summary>
public sealed record ExcelDescription(string Title, string Author, DateTime MadeAt, TimeZoneInfo Zone)
{
    /// <summary>The period in words; null where there is none.</summary>
    public string? Period { get; init; }

    public IReadOnlyList<ExcelFilter> Filters { get; init; } = [];

    /// <summary>Figures of its own on the first sheet, asked for when all rows are written; null for none.</summary>
    public ExcelSummary? Summary { get; init; }
}

/// <summary>Figures under a heading.</summary>
public sealed record ExcelSummary(string Title, Func<IEnumerable<ExcelFigure>> Figures);

/// <summary>A figure with its name. The decimals are those of points and numbers.</summary>
public sealed record ExcelFigure(string Name, ExcelKind Kind, object Value, int Decimals = 0);

/// <summary>A filter in the user's words.</summary>
public sealed record ExcelFilter(string Name, string Value);
