using System.Buffers;

namespace LoyaltyAdmin.Platform.Csv;

/// <summary>How a cell is written into text with delimiters.</summary>
public static class CsvCell
{
    private static readonly SearchValues<char> OfPhones = SearchValues.Create("0123456789 ()-\u00A0");

    /// <summary>A cell that a spreadsheet takes for text, not for a formula; negative numbers and phones stay as they are (R21).</summary>
    public static string Quoted(string cell, char delimiter)
    {
        var isFormula = cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
            && FixedPoint.TryParse(cell, 10, out _) != NumberProblem.None && !IsPhone(cell);
        var safe = isFormula ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny('"', '\r', '\n') < 0 && !safe.Contains(delimiter, StringComparison.Ordinal)
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsPhone(string cell) =>
        cell[0] == '+' && cell.Length > 1 && cell.AsSpan(1).IndexOfAnyExcept(OfPhones) < 0;
}
