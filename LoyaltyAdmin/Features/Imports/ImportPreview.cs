using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>The beginning of a file, as it is read: enough to say which column is what.</summary>
public sealed record ImportPreview
{
    /// <summary>Rows that are looked at.</summary>
    public const int RowsRead = 200;

    public required TableFormat Format { get; init; }

    /// <summary>The names of the columns as the file has them.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Names by which the columns can be told apart.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>What the cells of each column look like.</summary>
    public required IReadOnlyList<ColumnContent> Contents { get; init; }

    /// <summary>The first rows; each has a cell for each column.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>Whether some day is written so that only the order of day and month tells which it is, and what the days themselves say of it.</summary>
    public required bool NeedsDayOrder { get; init; }

    public required DayOrder LikelyDayOrder { get; init; }

    /// <summary>Reads the beginning of a file.</summary>
    /// <exception cref="UnreadableTableException">It is no table.</exception>
    public static ImportPreview Read(string path, TableOptions options)
    {
        using var table = TableReader.Open(File.OpenRead(path), options);
        var rows = new List<string[]>();
        while (rows.Count < RowsRead && table.Read())
        {
            var cells = new string[table.Columns.Count];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = i < table.Count ? table[i].ToString() : "";
            }

            rows.Add(cells);
        }

        var texts = rows.SelectMany(row => row).ToList();
        var (needs, likely) = DayOrders.Of(texts);
        return new ImportPreview
        {
            Format = table.Format,
            Columns = table.Columns,
            Labels = ColumnLabels.Of(table.Columns),
            Contents = [.. Enumerable.Range(0, table.Columns.Count).Select(i => ColumnContents.Of(rows.Select(r => r[i]), likely))],
            Rows = rows,
            NeedsDayOrder = needs,
            LikelyDayOrder = likely,
        };
    }

    /// <summary>Up to three different values of a column.</summary>
    public IEnumerable<string> Samples(int column) => Rows.Select(r => r[column]).Where(c => c.Length > 0).Distinct().Take(3);
}
