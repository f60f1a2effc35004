namespace LoyaltyAdmin.Platform.Csv;

/// <summary>A table read row by row, never held as a whole: text with delimiters, or a sheet of a workbook. The first row names the columns.</summary>
public abstract class TableReader : IDisposable
{
    /// <summary>More columns than any table that is meant to be imported.</summary>
    public const int MostColumns = 1000;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OldWorkbook = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>How the file is read.</summary>
    public abstract TableFormat Format { get; }

    /// <summary>The names of the columns, empty ones at the end left out.</summary>
    public IReadOnlyList<string> Columns { get; private protected set; } = [];

    /// <summary>The number of the current row as a spreadsheet shows it: the names stand in row 1.</summary>
    public int Row { get; private protected set; }

    /// <summary>Whether the quotation marks of the current row do not pair: its text is then one single cell.</summary>
    public bool IsMalformed { get; private protected set; }

    /// <summary>Cells of the current row.</summary>
    public abstract int Count { get; }

    /// <summary>How much of the file was read, from 0 to 1.</summary>
    public abstract double Share { get; }

    /// <summary>A cell of the current row; an empty one beyond its end.</summary>
    public abstract Cell this[int index] { get; }

    /// <summary>Finds out what the file is and reads the names of its columns.</summary>
    /// <param name="file">Seekable; disposed with the reader.</param>
    /// <param name="options">What a person knows better; null to find all of it out.</param>
    /// <exception cref="UnreadableTableException">It is no table.</exception>
    public static TableReader Open(Stream file, TableOptions? options = null)
    {
        try
        {
            Span<byte> beginning = stackalloc byte[4];
            file.Position = 0;
            var length = file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
            file.Position = 0;
            var isWorkbook = length == beginning.Length && (beginning.SequenceEqual(Zip) || beginning.SequenceEqual(OldWorkbook));
            options ??= TableOptions.FindOut;
            TableReader table = isWorkbook ? new WorkbookReader(file, options) : new DelimitedReader(file, options);
            if (table.Columns.Count is 0 or > MostColumns)
            {
                table.Dispose();
                throw new UnreadableTableException(table.Columns.Count == 0 ? TableProblem.Empty : TableProblem.TooManyColumns);
            }

            return table;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next row that is not empty; false at the end.</summary>
    /// <exception cref="UnreadableTableException">The rest of the file is damaged.</exception>
    public abstract bool Read();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    /// <summary>Takes the current row as the names of the columns.</summary>
    private protected void TakeColumns()
    {
        var names = new List<string>();
        for (var i = 0; i < Count; i++)
        {
            names.Add(this[i].ToString());
        }

        while (names is [.., ""])
        {
            names.RemoveAt(names.Count - 1);
        }

        Columns = names;
    }
}
