using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace LoyaltyAdmin.Platform.Csv;

/// <summary>A sheet of a workbook (.xlsx, .xls), the first that can be seen or one that was named: numbers and dates keep their value.</summary>
public sealed class WorkbookReader : TableReader
{
    private readonly Stream file;
    private readonly IExcelDataReader sheet;

    internal WorkbookReader(Stream file, TableOptions options)
    {
        this.file = file;
        TextEncodings.Register();
        var sheets = file.ReadByte() == 'P' ? Guarded(() => WorkbookSheets.Of(file)) : [];
        file.Position = 0;
        sheet = Guarded(() => ExcelReaderFactory.CreateReader(file));
        Format = Guarded(() => Choose(sheets, options.Sheet));
        if (Read())
        {
            TakeColumns();
        }
    }

    public override TableFormat Format { get; }

    public override int Count => Columns.Count == 0 ? sheet.FieldCount : Math.Min(Columns.Count, sheet.FieldCount);

    public override double Share => sheet.RowCount == 0 ? 1 : Math.Min(1, Row / (double)sheet.RowCount);

    public override Cell this[int index] => index >= sheet.FieldCount ? default : sheet.GetValue(index) switch
    {
        null => default,
        string text => new Cell(text),
        double number => new Cell(number),
        int number => new Cell(number),
        DateTime instant => new Cell(instant),
        TimeSpan time => new Cell(DateTime.FromOADate(0) + time),
        var other => new Cell(Convert.ToString(other, CultureInfo.InvariantCulture)),
    };

    public override bool Read()
    {
        while (Guarded(sheet.Read))
        {
            Row = sheet.Depth + 1;
            for (var i = 0; i < sheet.FieldCount; i++)
            {
                if (!this[i].IsEmpty)
                {
                    return true;
                }
            }
        }

        return false;
    }

    protected override void Dispose(bool disposing)
    {
        sheet.Dispose();
        file.Dispose();
    }

    /// <summary>Goes to the sheet that is wanted.</summary>
    private TableFormat Choose(IReadOnlyList<(string Name, bool IsVisible)> sheets, string? wanted)
    {
        if (sheets.Count == 0)
        {
            // An old workbook tells of its sheets only on the way.
            while ((wanted is null ? sheet.VisibleState != "visible" : sheet.Name != wanted) && sheet.NextResult())
            {
            }

            return wanted is null || sheet.Name == wanted
                ? new TableFormat(true, null, null, [sheet.Name ?? ""], sheet.Name)
                : throw new UnreadableTableException(TableProblem.NoSheet);
        }

        var name = wanted ?? sheets.FirstOrDefault(s => s.IsVisible, sheets[0]).Name;
        while (sheet.Name != name)
        {
            if (!sheet.NextResult())
            {
                throw new UnreadableTableException(TableProblem.NoSheet);
            }
        }

        return new TableFormat(true, null, null, [.. sheets.Where(s => s.IsVisible).Select(s => s.Name)], name);
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException e)
        {
            throw new UnreadableTableException(TableProblem.Encrypted, e);
        }
        catch (HeaderException e)
        {
            throw new UnreadableTableException(TableProblem.NotAWorkbook, e);
        }
        catch (Exception e) when (e is ExcelReaderException or IOException or InvalidDataException or System.Xml.XmlException or FormatException
            or IndexOutOfRangeException or ArgumentException or OverflowException or NullReferenceException)
        {
            throw new UnreadableTableException(TableProblem.Damaged, e);
        }
    }
}
