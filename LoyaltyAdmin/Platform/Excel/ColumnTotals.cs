namespace LoyaltyAdmin.Platform.Excel;

/// <summary>Sums of the columns that have one, gathered row by row.</summary>
internal sealed class ColumnTotals(IReadOnlyList<ColumnLook> columns)
{
    private readonly decimal[] sums = new decimal[columns.Count];

    /// <summary>How many rows were added.</summary>
    public long Rows { get; private set; }

    public bool Any => columns.Any(c => c.Total);

    /// <summary>The columns that are summed up, each with its sum as a cell.</summary>
    public IEnumerable<(int Column, string Header, TypedCell Sum)> Sums => columns
        .Select((c, i) => (Look: c, Index: i))
        .Where(c => c.Look.Total)
        .Select(c => (c.Index, c.Look.Header, TypedCell.Of(sums[c.Index], c.Look.Kind, c.Look.Decimals, TimeZoneInfo.Utc)));

    public void Add(IReadOnlyList<TypedCell> row)
    {
        Rows++;
        for (var i = 0; i < sums.Length; i++)
        {
            if (columns[i].Total && row[i].Content is decimal number)
            {
                sums[i] += number;
            }
        }
    }
}
