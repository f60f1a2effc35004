namespace LoyaltyAdmin.Platform.Excel;

/// <summary>How Excel shows each kind: by a format built into it, so that the reader's language applies, or by a code of ours.</summary>
internal static class NumberFormats
{
    /// <summary>Codes of ours in the order of their numbers, which begin at 164 in a file.</summary>
    public static readonly IReadOnlyList<string> Codes = ["#,##0.0", "#,##0.000", "0.0%"];

    public const int FirstCustom = 164;

    public static int Of(ExcelKind kind, int decimals) => kind switch
    {
        ExcelKind.Text => 49,
        ExcelKind.Whole => 3,
        ExcelKind.Money => 4,
        ExcelKind.Points or ExcelKind.Number => decimals switch { 0 => 3, 1 => FirstCustom, 2 => 4, _ => FirstCustom + 1 },
        ExcelKind.Percent => FirstCustom + 2,
        ExcelKind.Date => 14,
        ExcelKind.Instant => 22,
        _ => 0,
    };
}
