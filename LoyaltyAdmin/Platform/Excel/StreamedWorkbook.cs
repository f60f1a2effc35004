using System.IO.Compression;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Platform.Excel;

/// <summary>
/// A list of any length, written as it is read: never more than a page of rows in memory. What does not fit one sheet goes
/// on in the next. The first sheet describes the list and holds its totals.
/// </summary>
public sealed class StreamedWorkbook(IStringLocalizer<ExcelText> text)
{
    /// <summary>Rows below the header that a sheet of Excel holds.</summary>
    public const int MostRows = 1_048_575;

    /// <summary>How many rows are looked at before the widths of the columns are set.</summary>
    private const int Sample = 200;

    /// <summary>Where a list is split; smaller than <see cref="MostRows"/> in tests.</summary>
    public int RowsPerSheet { get; init; } = MostRows;

    /// <summary>Writes the workbook, further short tables behind the list; the stream, which must be able to seek, stays open.</summary>
    public async Task WriteAsync<T>(
        Stream stream, ExcelDescription description, string name, IReadOnlyList<ExcelColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct,
        params IReadOnlyList<ExcelSheet> more)
    {
        var looks = ColumnLook.Of(columns);
        var totals = new ColumnTotals(looks);
        var names = new SheetNames();
        List<string> sheets = [names.Take(text["About"])];
        await using var source = rows.GetAsyncEnumerator(ct);
        var (first, widths) = await SampleAsync(source, columns, looks, description.Zone);
        await using var cells = ChainAsync(first, source, columns, description.Zone, ct).GetAsyncEnumerator(ct);

        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var goesOn = await cells.MoveNextAsync();
        do
        {
            sheets.Add(names.Take(name));
            using var sheet = new SheetXml(WorkbookParts.Sheet(archive, sheets.Count));
            sheet.BeginTable(looks, widths);
            for (var row = 0; goesOn && row < RowsPerSheet; row++)
            {
                totals.Add(cells.Current);
                sheet.Row(cells.Current);
                goesOn = await cells.MoveNextAsync();
            }

            sheet.EndTable();
        }
        while (goesOn);

        List<(string, ColumnTotals)> tables = [(sheets[1], totals), .. more.Select(table => Add(archive, table, description.Zone, names, sheets))];
        using (var about = new SheetXml(WorkbookParts.Sheet(archive, 1)))
        {
            about.Description(description.Title, DescriptionLines.Of(description, tables, text));
        }

        WorkbookParts.Write(archive, sheets);
    }

    private static (string Name, ColumnTotals Totals) Add(ZipArchive archive, ExcelSheet table, TimeZoneInfo zone, SheetNames names, List<string> sheets)
    {
        var (looks, rows) = (table.Columns, table.Rows(zone).Select(row => row.ToArray()).ToList());
        var (totals, widths) = (new ColumnTotals(looks), new ColumnWidths(looks));
        rows.ForEach(widths.Fit);
        sheets.Add(names.Take(table.Name));
        using var sheet = new SheetXml(WorkbookParts.Sheet(archive, sheets.Count));
        sheet.BeginTable(looks, widths);
        foreach (var row in rows)
        {
            totals.Add(row);
            sheet.Row(row);
        }

        sheet.EndTable();
        return (sheets[^1], totals);
    }

    private static async Task<(List<TypedCell[]> Rows, ColumnWidths Widths)> SampleAsync<T>(
        IAsyncEnumerator<T> source, IReadOnlyList<ExcelColumn<T>> columns, IReadOnlyList<ColumnLook> looks, TimeZoneInfo zone)
    {
        var widths = new ColumnWidths(looks);
        List<TypedCell[]> rows = [];
        while (rows.Count < Sample && await source.MoveNextAsync())
        {
            var cells = new TypedCell[columns.Count];
            Read(columns, source.Current, zone, cells);
            widths.Fit(cells);
            rows.Add(cells);
        }

        return (rows, widths);
    }

    /// <summary>The rows that were looked at, then the rest. The array is one and the same for each of the rest.</summary>
    private static async IAsyncEnumerable<TypedCell[]> ChainAsync<T>(
        List<TypedCell[]> first, IAsyncEnumerator<T> source, IReadOnlyList<ExcelColumn<T>> columns, TimeZoneInfo zone,
        [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var row in first)
        {
            yield return row;
        }

        if (first.Count < Sample)
        {
            yield break;
        }

        var cells = new TypedCell[columns.Count];
        while (await source.MoveNextAsync())
        {
            ct.ThrowIfCancellationRequested();
            Read(columns, source.Current, zone, cells);
            yield return cells;
        }
    }

    private static void Read<T>(IReadOnlyList<ExcelColumn<T>> columns, T row, TimeZoneInfo zone, TypedCell[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = TypedCell.Of(columns[i], row, zone);
        }
    }
}
