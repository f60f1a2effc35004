namespace LoyaltyAdmin.Platform.Excel;

/// <summary>One table of a formatted workbook.</summary>
public abstract record ExcelSheet(string Name, string Title)
{
    /// <summary>A table of such rows.</summary>
    public static ExcelSheet Of<T>(string name, string title, IReadOnlyList<ExcelColumn<T>> columns, IReadOnlyList<T> rows) =>
        new Table<T>(name, title, columns, rows);

    internal abstract IReadOnlyList<ColumnLook> Columns { get; }

    internal abstract IEnumerable<IReadOnlyList<TypedCell>> Rows(TimeZoneInfo zone);

    private sealed record Table<T>(string Name, string Title, IReadOnlyList<ExcelColumn<T>> List, IReadOnlyList<T> Data) : ExcelSheet(Name, Title)
    {
        internal override IReadOnlyList<ColumnLook> Columns => ColumnLook.Of(List);

        internal override IEnumerable<IReadOnlyList<TypedCell>> Rows(TimeZoneInfo zone) =>
            Data.Select(row => (IReadOnlyList<TypedCell>)[.. List.Select(column => TypedCell.Of(column, row, zone))]);
    }
}
