using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace LoyaltyAdmin.Platform.Csv;

/// <summary>The first sheet of a workbook (.xlsx, .xls): numbers and dates keep their value.</summary>
public sealed class WorkbookReader : TableReader
{
    private readonly Stream file;
    private readonly IExcelDataReader sheet;

    internal WorkbookReader(Stream file)
    {
        this.file = file;
        TextEncodings.Register();
        sheet = Guarded(() => ExcelReaderFactory.CreateReader(file));
        if (Read())
        {
            TakeColumns();
        }
    }

    public override int Count => Columns.Count == 0 ? sheet.FieldCount : Math.Min(Columns.Count, sheet.FieldCount);

    public override double Share => sheet.RowCount == 0 ? 1 : Math.Min(1, Row / (double)sheet.RowCount);

    public override Cell this[int index] => index >= sheet.FieldCount ? default : sheet.GetValue(index) switch
    {
        null => default,
        string text => new Cell(text),
        double number => new Cell(number),
        int number => new Cell(number),
        DateTime instant => new Cell(instant),
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

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException or IndexOutOfRangeException)
        {
            throw new UnreadableTableException(e.Message, e);
        }
    }
}
