using LoyaltyAdmin.Platform.Excel;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>One column of a list, on the page and in the workbook alike. Money in hundredths, points in smallest parts, a null leaves the cell empty.</summary>
/// <param name="Key">Its name in addresses and in what is remembered; never changes, holds no comma.</param>
/// <param name="Header">What people call it.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Value">Where a row keeps it.</param>
public sealed record TableColumn<T>(string Key, string Header, ExcelKind Kind, Func<T, object?> Value)
{
    /// <summary>Not there until somebody asks for it.</summary>
    public bool Hidden { get; init; }

    /// <summary>Names the row, so it cannot be taken away.</summary>
    public bool Fixed { get; init; }

    /// <summary>The name of the order by this column; null where the list has none.</summary>
    public string? Sort { get; init; }

    /// <summary>Decimals of points.</summary>
    public int Decimals { get; init; }

    /// <summary>Whether the workbook sums it up.</summary>
    public bool Total { get; init; }

    /// <summary>Whether its cells are numbers, which stand at the right.</summary>
    public bool IsFigure => Kind is ExcelKind.Whole or ExcelKind.Number or ExcelKind.Money or ExcelKind.Points or ExcelKind.Percent;

    /// <summary>The same column of a workbook.</summary>
    public ExcelColumn<T> ToExcel() => new(Header, Kind, Value) { Decimals = Decimals, Total = Total };
}
