using ClosedXML.Excel;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Platform.Excel;

/// <summary>
/// A report for people: a sheet that describes it, then tables with title, header, filter and totals. It is built in
/// memory, so its tables are short; lists without an end go by <see cref="StreamedWorkbook"/>.
/// </summary>
public sealed class FormattedWorkbook(IStringLocalizer<ExcelText> text)
{
    private const int TitleRow = 1;
    private const int HeaderRow = 3;
    private const double TitleSize = 14;

    /// <summary>Writes the workbook; the stream stays open.</summary>
    public void Write(Stream stream, ExcelDescription description, params IReadOnlyList<ExcelSheet> sheets)
    {
        using var workbook = new XLWorkbook();
        var names = new SheetNames();
        var about = workbook.AddWorksheet(names.Take(text["About"]));
        List<(string, ColumnTotals)> tables = [];
        foreach (var sheet in sheets)
        {
            var table = workbook.AddWorksheet(names.Take(sheet.Name));
            tables.Add((table.Name, Fill(table, sheet, description.Zone)));
        }

        Describe(about, description, DescriptionLines.Of(description, tables, text));
        workbook.SaveAs(stream);
    }

    private static void Describe(IXLWorksheet sheet, ExcelDescription description, IReadOnlyList<(string Name, TypedCell Value)> lines)
    {
        Title(sheet, description.Title);
        var row = HeaderRow;
        foreach (var (name, value) in lines)
        {
            Put(sheet.Cell(row, 1), TypedCell.Of(name, ExcelKind.Text, 0, TimeZoneInfo.Utc));
            sheet.Cell(row, 1).Style.Font.Bold = value.Content is null;
            Put(sheet.Cell(row, 2), value);
            Format(sheet.Cell(row, 2).Style, value.Kind, value.Decimals);
            sheet.Cell(row, 2).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
            row++;
        }

        sheet.Column(1).Width = Math.Min(60, lines.Max(l => l.Name.Length) + 2);
        sheet.Column(2).Width = Math.Min(60, lines.Max(l => l.Value.Width) + 2);
    }

    private ColumnTotals Fill(IXLWorksheet sheet, ExcelSheet table, TimeZoneInfo zone)
    {
        var columns = table.Columns;
        var (totals, widths) = (new ColumnTotals(columns), new ColumnWidths(columns));
        Title(sheet, table.Title);
        Header(sheet, columns);
        var row = HeaderRow;
        foreach (var cells in table.Rows(zone))
        {
            row++;
            totals.Add(cells);
            widths.Fit(cells);
            for (var i = 0; i < cells.Count; i++)
            {
                Put(sheet.Cell(row, i + 1), cells[i]);
                if (cells[i].Kind != columns[i].Kind)
                {
                    Format(sheet.Cell(row, i + 1).Style, cells[i].Kind, cells[i].Decimals);
                }
            }
        }

        for (var i = 0; i < columns.Count; i++)
        {
            sheet.Column(i + 1).Width = widths[i];
        }

        sheet.Range(HeaderRow, 1, row, columns.Count).SetAutoFilter();
        sheet.SheetView.FreezeRows(HeaderRow);
        if (totals.Any)
        {
            Total(sheet, row + 1, columns.Count, totals);
        }

        return totals;
    }

    private static void Title(IXLWorksheet sheet, string title)
    {
        Put(sheet.Cell(TitleRow, 1), TypedCell.Of(title, ExcelKind.Text, 0, TimeZoneInfo.Utc));
        sheet.Cell(TitleRow, 1).Style.Font.SetBold().Font.SetFontSize(TitleSize);
    }

    private static void Header(IXLWorksheet sheet, IReadOnlyList<ColumnLook> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            Format(sheet.Column(i + 1).Style, columns[i].Kind, columns[i].Decimals);
            Put(sheet.Cell(HeaderRow, i + 1), TypedCell.Of(columns[i].Header, ExcelKind.Text, 0, TimeZoneInfo.Utc));
        }

        var header = sheet.Range(HeaderRow, 1, HeaderRow, columns.Count).Style;
        header.Font.SetBold().Fill.SetBackgroundColor(XLColor.FromArgb(0xEC, 0xEF, 0xF1)).Border.SetBottomBorder(XLBorderStyleValues.Thin);
        Format(header, ExcelKind.Text, 0);
    }

    private void Total(IXLWorksheet sheet, int row, int columns, ColumnTotals totals)
    {
        Put(sheet.Cell(row, 1), TypedCell.Of(text["Total"].Value, ExcelKind.Text, 0, TimeZoneInfo.Utc));
        foreach (var (column, _, sum) in totals.Sums)
        {
            Put(sheet.Cell(row, column + 1), sum);
        }

        sheet.Range(row, 1, row, columns).Style.Font.SetBold().Border.SetTopBorder(XLBorderStyleValues.Thin);
    }

    /// <summary>Sets the type first: left to itself the library takes texts for numbers and dates.</summary>
    private static void Put(IXLCell cell, TypedCell value)
    {
        switch (value.Content)
        {
            case string words:
                cell.DataType = XLDataType.Text;
                cell.SetValue(words);
                break;
            case decimal number:
                cell.SetValue((double)number);
                break;
            case bool truth:
                cell.SetValue(truth);
                break;
        }
    }

    private static void Format(IXLStyle style, ExcelKind kind, int decimals)
    {
        var format = NumberFormats.Of(kind, decimals);
        if (format >= NumberFormats.FirstCustom)
        {
            style.NumberFormat.Format = NumberFormats.Codes[format - NumberFormats.FirstCustom];
        }
        else
        {
            style.NumberFormat.NumberFormatId = format;
        }
    }
}
