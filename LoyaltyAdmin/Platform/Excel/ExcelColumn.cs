namespace LoyaltyAdmin.Platform.Excel;

/// <summary>One column of a sheet: its header, what it holds and where a row keeps it. A null value leaves the cell empty.</summary>
public sealed record ExcelColumn<T>(string Header, ExcelKind Kind, Func<T, object?> Value)
{
    /// <summary>Digits after the point of <see cref="ExcelKind.Points"/> and <see cref="ExcelKind.Number"/>, 0 to 3.</summary>
    public int Decimals { get; init; }

    /// <summary>Whether the column is summed up.</summary>
    public bool Total { get; init; }

    /// <summary>What the cell of a certain row holds, where rows differ; otherwise <see cref="Kind"/>.</summary>
    public Func<T, ExcelKind>? KindOfRow { get; init; }

    internal ExcelKind KindOf(T row) => KindOfRow?.Invoke(row) ?? Kind;
}
