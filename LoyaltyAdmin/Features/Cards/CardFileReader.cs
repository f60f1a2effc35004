using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>One row of a file of cards: the number as written, or why it cannot be read.</summary>
internal readonly record struct CardFileRow(int Row, string Text, Rejection? Problem);

/// <summary>Reads the column of numbers from a table, or a list of one number a line, with or without a heading.</summary>
internal static class CardFileReader
{
    /// <summary>A spreadsheet keeps no more digits of a number than these.</summary>
    private const int ExactDigits = 15;

    private static readonly HashSet<string> Headings = new(StringComparer.OrdinalIgnoreCase)
    {
        "card", "card number", "cardnumber", "card_number", "number", "карта", "номер карты", "номер",
    };

    /// <summary>The rows in the order of the file.</summary>
    /// <param name="file">Seekable; closed at the end.</param>
    /// <exception cref="UnreadableTableException">It is no table.</exception>
    public static IEnumerable<CardFileRow> Read(Stream file)
    {
        using var table = TableReader.Open(file);
        var (column, isHeading) = Find(table.Columns);
        if (!isHeading)
        {
            yield return new CardFileRow(table.Row, table.Columns[column], null);
        }

        while (table.Read())
        {
            yield return table.IsMalformed ? new CardFileRow(table.Row, "", new Rejection("Cards.RowMalformed")) : Read(table.Row, table[column]);
        }
    }

    private static CardFileRow Read(int row, Cell cell)
    {
        var text = cell.ToString();
        var wasNumber = cell.Text.IsEmpty && !cell.IsEmpty;
        return text switch
        {
            "" => new CardFileRow(row, text, new Rejection("Cards.NumberMissing")),
            _ when wasNumber && text.Length > ExactDigits => new CardFileRow(row, text, new Rejection("Cards.NumberRounded", text, ExactDigits)),
            _ => new CardFileRow(row, text, null),
        };
    }

    /// <summary>The column by its heading; else, where the first row holds a number already, that number's column; else the first.</summary>
    private static (int Column, bool IsHeading) Find(IReadOnlyList<string> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (Headings.Contains(columns[i].Trim()))
            {
                return (i, true);
            }
        }

        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Any(char.IsAsciiDigit) && CardNumber.Normalise(columns[i]).Accepted(out _, out _))
            {
                return (i, false);
            }
        }

        return (0, true);
    }
}
