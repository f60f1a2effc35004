using System.Globalization;

namespace LoyaltyAdmin.Platform.Excel;

/// <summary>A cell as the file keeps it. The content is null, a text, a decimal (days and instants too) or a truth value.</summary>
internal readonly record struct TypedCell(object? Content, ExcelKind Kind, int Decimals)
{
    private const int LongestText = 32_767;

    /// <summary>Excel takes 1900 for a leap year: days before March of it have no number that all programs read alike.</summary>
    private static readonly DateTime FirstDay = new(1900, 3, 1);

    public static TypedCell Of<T>(ExcelColumn<T> column, T row, TimeZoneInfo zone)
    {
        var kind = column.KindOf(row);
        return Of(column.Value(row), kind, column.Decimals, zone);
    }

    /// <summary>A value as a cell of a kind.</summary>
    /// <exception cref="ArgumentException">The kind does not take such a value.</exception>
    public static TypedCell Of(object? value, ExcelKind kind, int decimals, TimeZoneInfo zone) =>
        new(ContentOf(value, kind, decimals, zone), kind, DecimalsOf(kind, decimals));

    /// <summary>How many characters the cell needs to be read whole.</summary>
    public int Width => Content switch
    {
        null => 0,
        string text => text.Split('\n').Max(line => line.Length),
        bool => 6,
        decimal number => Kind switch
        {
            ExcelKind.Date => 10,
            ExcelKind.Instant => 16,
            ExcelKind.Percent => (number * 100).ToString("N1", CultureInfo.InvariantCulture).Length + 1,
            _ => number.ToString($"N{Decimals}", CultureInfo.InvariantCulture).Length,
        },
        _ => 0,
    };

    private static int DecimalsOf(ExcelKind kind, int decimals) => kind switch
    {
        ExcelKind.Money => 2,
        ExcelKind.Points or ExcelKind.Number => decimals,
        _ => 0,
    };

    private static object? ContentOf(object? value, ExcelKind kind, int decimals, TimeZoneInfo zone) => (kind, value) switch
    {
        (_, null) => null,
        (_, string text) => Clean(text),
        (ExcelKind.Text, _) => Clean(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        (ExcelKind.Boolean, bool) => value,
        (ExcelKind.Date, DateOnly day) => Serial(day.ToDateTime(TimeOnly.MinValue), "yyyy-MM-dd"),
        (ExcelKind.Instant, DateTime utc) => Serial(TimeZoneInfo.ConvertTimeFromUtc(utc, zone), "yyyy-MM-dd HH:mm"),
        (ExcelKind.Money, long hundredths) => hundredths / 100m,
        (ExcelKind.Points, long parts) => parts / PowerOfTen(decimals),
        (ExcelKind.Whole or ExcelKind.Number or ExcelKind.Money or ExcelKind.Points or ExcelKind.Percent, double number) =>
            double.IsFinite(number) ? (decimal)number : null,
        (ExcelKind.Whole or ExcelKind.Number or ExcelKind.Percent, int or long) => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        (ExcelKind.Whole or ExcelKind.Number or ExcelKind.Money or ExcelKind.Points or ExcelKind.Percent, decimal) => value,
        _ => throw new ArgumentException($"A {kind} column takes no {value.GetType().Name}.", nameof(value)),
    };

    private static object Serial(DateTime local, string format) => local < FirstDay
        ? local.ToString(format, CultureInfo.InvariantCulture)
        : (decimal)local.ToOADate();

    private static decimal PowerOfTen(int decimals) => decimals switch { 0 => 1m, 1 => 10m, 2 => 100m, _ => 1000m };

    /// <summary>Without what XML cannot hold, and no longer than a cell may be.</summary>
    private static string Clean(string text)
    {
        if (text.Length > LongestText)
        {
            text = text[..LongestText];
        }

        return text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.AsSpan().ContainsAny('\uFFFE', '\uFFFF')
            ? string.Concat(text.EnumerateRunes().Where(IsXml).Select(rune => rune.ToString()))
            : text;
    }

    private static bool IsXml(System.Text.Rune rune) =>
        rune.Value is '\t' or '\n' || (rune.Value >= ' ' && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF));
}
