using System.Globalization;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>The current row of a file, read field by field. The first thing that is wrong with it is kept as its problem.</summary>
internal sealed class RowCells(TableReader table, ColumnMap map, DayOrder order, ProgramTimeline timeline)
{
    /// <summary>What is wrong with the row; null as long as nothing is.</summary>
    public Rejection? Problem { get; private set; }

    public int Row => table.Row;

    /// <summary>Goes to the next row; false at the end of the file.</summary>
    public bool Next()
    {
        Problem = null;
        if (!table.Read())
        {
            return false;
        }

        if (table.IsMalformed)
        {
            Problem = new Rejection("Imports.MalformedRow");
        }
        else if (table.Count < map.Width)
        {
            Problem = new Rejection("Imports.TooFewCells", Number(table.Count), Number(map.Width));
        }
        else if (table.Count > map.Width)
        {
            for (var i = map.Width; i < table.Count && Problem is null; i++)
            {
                Problem = table[i].IsEmpty ? null : new Rejection("Imports.TooManyCells", Number(table.Count), Number(map.Width));
            }
        }

        for (var i = 0; i < table.Count && Problem is null; i++)
        {
            Problem = table[i].Text.Contains('\0') ? new Rejection("Imports.StrangeCharacters") : null;
        }

        return true;
    }

    /// <summary>All cells as text. A row whose quotation marks do not pair is parted at each delimiter, to be seen and corrected in its columns.</summary>
    public string[] Raw()
    {
        if (table is { IsMalformed: true, Format.Delimiter: { } delimiter })
        {
            return table[0].ToString().Split(delimiter);
        }

        var cells = new string[table.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = table[i].ToString();
        }

        return cells;
    }

    public void Refuse(Rejection problem) => Problem ??= problem;

    /// <summary>The text of a field; null where the column or the text is missing.</summary>
    public string? Text(ImportField field, int longest)
    {
        var cell = Of(field);
        if (cell.IsEmpty)
        {
            return null;
        }

        var text = cell.ToString();
        if (text.Length > longest)
        {
            Refuse(new Rejection("Imports.TooLong", map.NameOf(field), Number(longest)));
        }

        return text;
    }

    /// <summary>The beginning of a text that is only for people to read.</summary>
    public string? Beginning(ImportField field, int longest)
    {
        var text = Text(field, int.MaxValue);
        return text?.Length > longest ? text[..longest] : text;
    }

    /// <summary>A number in its smallest parts; null where not given.</summary>
    public long? Number(ImportField field, int decimals)
    {
        var cell = Of(field);
        if (cell.IsEmpty)
        {
            return null;
        }

        switch (cell.TryNumber(decimals, out var scaled))
        {
            case NumberProblem.None:
                return scaled;
            case NumberProblem.TooManyDecimals:
                Refuse(new Rejection("Imports.TooManyDecimals", map.NameOf(field), cell.ToString(), Number(decimals)));
                return null;
            case NumberProblem.TooLarge:
                Refuse(new Rejection("Imports.NumberTooLarge", map.NameOf(field), cell.ToString()));
                return null;
            default:
                Refuse(new Rejection("Imports.NotANumber", map.NameOf(field), cell.ToString()));
                return null;
        }
    }

    /// <summary>An instant (UTC), in the program's zone where the file names no offset; null where not given.</summary>
    /// <param name="field">The field of the day, which may hold the time too.</param>
    /// <param name="time">The field of the time where it stands apart.</param>
    public DateTime? Instant(ImportField field, ImportField? time = null)
    {
        if (Written(field) is not { } written)
        {
            return null;
        }

        if (time is { } apart && Time(apart) is { } ofDay)
        {
            written = new WrittenInstant(written.Value.Date + ofDay, written.IsUtc);
        }

        // The zone in force then; its own offset matters only within hours of a change of conditions.
        return written.IsUtc
            ? Whole(written.Value)
            : Whole(timeline.CalendarAt(DateTime.SpecifyKind(written.Value, DateTimeKind.Utc)).ToUtc(written.Value));
    }

    /// <summary>A day, whatever time is written beside it; null where not given.</summary>
    public DateOnly? Day(ImportField field) => Written(field) is { } written ? DateOnly.FromDateTime(written.Value) : null;

    public void Demand(ImportField field, bool isThere)
    {
        if (!isThere)
        {
            Refuse(new Rejection("Imports.CellMissing", map.NameOf(field)));
        }
    }

    /// <summary>Whether the file gives the field at all.</summary>
    public bool Has(ImportField field) => map.Has(field);

    private TimeSpan? Time(ImportField field)
    {
        var cell = Of(field);
        if (cell.IsEmpty)
        {
            return null;
        }

        if (cell.TryTime(out var time))
        {
            return time;
        }

        Refuse(new Rejection("Imports.NotATime", map.NameOf(field), cell.ToString()));
        return null;
    }

    /// <summary>The cell of a field's column, or what stands for all rows.</summary>
    private Cell Of(ImportField field) => map[field] >= 0 ? table[map[field]]
        : map.Constant(field) is { } constant ? new Cell(constant)
        : default;

    private WrittenInstant? Written(ImportField field)
    {
        var cell = Of(field);
        if (cell.IsEmpty)
        {
            return null;
        }

        if (cell.TryInstant(order, out var written))
        {
            return written;
        }

        Refuse(new Rejection("Imports.NotAnInstant", map.NameOf(field), cell.ToString()));
        return null;
    }

    private static DateTime Whole(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
