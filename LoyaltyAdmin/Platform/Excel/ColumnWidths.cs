namespace LoyaltyAdmin.Platform.Excel;

/// <summary>Widths of columns from the data itself: nothing here can measure a font.</summary>
internal sealed class ColumnWidths(IReadOnlyList<ColumnLook> columns)
{
    private const int Narrowest = 8;
    private const int Widest = 60;

    /// <summary>Room beside a header for the arrow of its filter.</summary>
    private const int Arrow = 4;

    private const int Margin = 2;
    private readonly int[] widths = [.. columns.Select(c => c.Header.Length + Arrow)];

    /// <summary>In characters.</summary>
    public int this[int column] => Math.Clamp(widths[column], Narrowest, Widest);

    public void Fit(IReadOnlyList<TypedCell> row)
    {
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = Math.Max(widths[i], row[i].Width + Margin);
        }
    }
}
