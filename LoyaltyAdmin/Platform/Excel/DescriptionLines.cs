using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Platform.Excel;

/// <summary>The first sheet, line by line: a name and its value.</summary>
internal static class DescriptionLines
{
    /// <summary>All lines below the title; a line without a value is a heading.</summary>
    public static IReadOnlyList<(string Name, TypedCell Value)> Of(
        ExcelDescription description, IReadOnlyList<(string Name, ColumnTotals Totals)> tables, IStringLocalizer<ExcelText> text)
    {
        List<(string, TypedCell)> lines = [];
        if (description.Period is { } period)
        {
            lines.Add((text["Period"], Words(period)));
        }

        lines.Add((text["MadeAt"], TypedCell.Of(description.MadeAt, ExcelKind.Instant, 0, description.Zone)));
        lines.Add((text["Zone"], Words(description.Zone.Id)));
        lines.Add((text["Author"], Words(description.Author)));
        lines.Add((text["Filters"], description.Filters.Count == 0 ? Words(text["NoFilters"]) : default));
        lines.AddRange(description.Filters.Select(f => (f.Name, Words(f.Value))));
        foreach (var (name, totals) in tables)
        {
            lines.Add((name, default));
            lines.Add((text["Rows"], TypedCell.Of(totals.Rows, ExcelKind.Whole, 0, description.Zone)));
            lines.AddRange(totals.Sums.Select(s => (text["TotalOf", s.Header].Value, s.Sum)));
        }

        if (description.Summary is { } summary)
        {
            lines.Add((summary.Title, default));
            lines.AddRange(summary.Figures().Select(f => (f.Name, TypedCell.Of(f.Value, f.Kind, f.Decimals, description.Zone))));
        }

        return lines;
    }

    private static TypedCell Words(string value) => TypedCell.Of(value, ExcelKind.Text, 0, TimeZoneInfo.Utc);
}
