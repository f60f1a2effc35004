namespace LoyaltyAdmin.Platform.Excel;

/// <summary>A column without its rows' type.</summary>
internal sealed record ColumnLook(string Header, ExcelKind Kind, int Decimals, bool Total)
{
    public static IReadOnlyList<ColumnLook> Of<T>(IReadOnlyList<ExcelColumn<T>> columns) =>
        [.. columns.Select(c => new ColumnLook(c.Header, c.Kind, c.Decimals, c.Total))];
}
