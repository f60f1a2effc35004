using System.Globalization;
using System.Text;

namespace LoyaltyAdmin.Platform.Excel;

/// <summary>Writes one sheet's part of a workbook, row after row.</summary>
internal sealed class SheetXml(Stream part) : IDisposable
{
    private const string Root = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""";
    private readonly StreamWriter xml = new(part, new UTF8Encoding(false), 64 * 1024);
    private string[] letters = [];
    private int rows;

    /// <summary>Begins a table: its widths, and a header that stays in sight.</summary>
    public void BeginTable(IReadOnlyList<ColumnLook> columns, ColumnWidths widths)
    {
        letters = [.. Enumerable.Range(0, columns.Count).Select(Letters)];
        xml.Write(Root);
        xml.Write("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        Columns([.. Enumerable.Range(0, columns.Count).Select(i => widths[i])]);
        xml.Write("<sheetData>");
        BeginRow();
        for (var i = 0; i < columns.Count; i++)
        {
            Text(i, columns[i].Header, WorkbookParts.HeaderStyle);
        }

        xml.Write("</row>");
    }

    public void Row(TypedCell[] cells)
    {
        BeginRow();
        for (var i = 0; i < cells.Length; i++)
        {
            Cell(i, cells[i], WorkbookParts.StyleOf(cells[i].Kind, cells[i].Decimals));
        }

        xml.Write("</row>");
    }

    public void EndTable()
    {
        xml.Write("</sheetData><autoFilter ref=\"A1:");
        xml.Write(letters[^1]);
        xml.Write(rows);
        xml.Write("\"/></worksheet>");
    }

    /// <summary>The sheet that tells what the workbook shows.</summary>
    public void Description(string title, IReadOnlyList<(string Name, TypedCell Value)> lines)
    {
        letters = ["A", "B"];
        xml.Write(Root);
        Columns([Math.Min(60, lines.Max(l => l.Name.Length) + 2), Math.Min(60, lines.Max(l => l.Value.Width) + 2)]);
        xml.Write("<sheetData>");
        BeginRow();
        Text(0, title, WorkbookParts.TitleStyle);
        xml.Write("</row>");
        rows++;
        foreach (var (name, value) in lines)
        {
            BeginRow();
            Text(0, name, value.Content is null ? WorkbookParts.BoldStyle : WorkbookParts.StyleOf(ExcelKind.Text, 0));
            Cell(1, value, WorkbookParts.LeftStyleOf(value.Kind, value.Decimals));
            xml.Write("</row>");
        }

        xml.Write("</sheetData></worksheet>");
    }

    public void Dispose() => xml.Dispose();

    private void Columns(IReadOnlyList<int> widths)
    {
        xml.Write("<cols>");
        for (var i = 0; i < widths.Count; i++)
        {
            xml.Write(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{widths[i]}" customWidth="1"/>"""));
        }

        xml.Write("</cols>");
    }

    private void BeginRow()
    {
        rows++;
        xml.Write("<row r=\"");
        Number(rows);
        xml.Write("\">");
    }

    private void Cell(int column, TypedCell cell, int style)
    {
        switch (cell.Content)
        {
            case string words:
                Text(column, words, style);
                break;
            case decimal number:
                BeginCell(column, style);
                xml.Write("\"><v>");
                Number(number);
                xml.Write("</v></c>");
                break;
            case bool truth:
                BeginCell(column, style);
                xml.Write(truth ? "\" t=\"b\"><v>1</v></c>" : "\" t=\"b\"><v>0</v></c>");
                break;
        }
    }

    private void Text(int column, string words, int style)
    {
        BeginCell(column, style);
        xml.Write("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        var rest = words.AsSpan();
        for (var at = rest.IndexOfAny('<', '>', '&'); at >= 0; at = rest.IndexOfAny('<', '>', '&'))
        {
            xml.Write(rest[..at]);
            xml.Write(rest[at] switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
            rest = rest[(at + 1)..];
        }

        xml.Write(rest);
        xml.Write("</t></is></c>");
    }

    private void BeginCell(int column, int style)
    {
        xml.Write("<c r=\"");
        xml.Write(letters[column]);
        Number(rows);
        xml.Write("\" s=\"");
        Number(style);
    }

    private void Number<T>(T number)
        where T : ISpanFormattable
    {
        Span<char> digits = stackalloc char[64];
        number.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        xml.Write(digits[..written]);
    }

    private static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
