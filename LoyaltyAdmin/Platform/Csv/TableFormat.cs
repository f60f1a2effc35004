namespace LoyaltyAdmin.Platform.Csv;

/// <summary>How a file is to be read, where a person knows better than what is found out. What is null is found out.</summary>
/// <param name="Encoding">One of <see cref="TextEncodings.Choices"/>; of text only.</param>
/// <param name="Delimiter">Between the cells; of text only.</param>
/// <param name="Sheet">Its name; of workbooks only. The first visible one where not given.</param>
public sealed record TableOptions(string? Encoding = null, char? Delimiter = null, string? Sheet = null)
{
    public static TableOptions FindOut { get; } = new();
}

/// <summary>How a file is read.</summary>
/// <param name="IsWorkbook">A workbook, or else text.</param>
/// <param name="Encoding">Of text; null for a workbook.</param>
/// <param name="Delimiter">Of text; null for a workbook.</param>
/// <param name="Sheets">The visible sheets of a workbook.</param>
/// <param name="Sheet">The sheet that is read; null for text.</param>
public sealed record TableFormat(bool IsWorkbook, string? Encoding, char? Delimiter, IReadOnlyList<string> Sheets, string? Sheet);
