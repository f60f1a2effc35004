using ClosedXML.Excel;
using LoyaltyAdmin.Platform.Excel;
using Microsoft.Extensions.DependencyInjection;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Platform.Excel;

public sealed class FormattedWorkbookTests : IDisposable
{
    private readonly ServiceProvider services = Services();
    private readonly MemoryStream file = new();

    public void Dispose()
    {
        services.Dispose();
        file.Dispose();
    }

    [Fact]
    public void Cells_have_the_types_of_their_columns()
    {
        var sheet = Write().Worksheet("Receipts");

        Assert.Equal((XLDataType.Text, "0079160000001"), (sheet.Cell("A4").DataType, sheet.Cell("A4").GetString()));
        Assert.Equal(3, sheet.Cell("B4").GetDouble());
        Assert.Equal((1234.5, 4), (sheet.Cell("C4").GetDouble(), sheet.Cell("C4").Style.NumberFormat.NumberFormatId));
        Assert.Equal((100.5, "#,##0.0"), (sheet.Cell("D4").GetDouble(), sheet.Cell("D4").Style.NumberFormat.Format));
        Assert.Equal((0.125, "0.0%"), (sheet.Cell("E4").GetDouble(), sheet.Cell("E4").Style.NumberFormat.Format));
        Assert.Equal((XLDataType.DateTime, new DateTime(2026, 3, 9)), (sheet.Cell("F4").DataType, sheet.Cell("F4").GetDateTime()));
        Assert.Equal(new DateTime(2026, 3, 10, 0, 5, 0), sheet.Cell("G4").GetDateTime(), TimeSpan.FromSeconds(1));
        Assert.Equal((XLDataType.Boolean, true), (sheet.Cell("H4").DataType, sheet.Cell("H4").GetBoolean()));
        Assert.True(sheet.Cell("E5").IsEmpty());
    }

    [Fact]
    public void Text_that_looks_like_a_formula_stays_text_and_negative_numbers_stay_numbers()
    {
        var sheet = Write().Worksheet("Receipts");

        Assert.Equal((XLDataType.Text, "=1+1", false), (sheet.Cell("A5").DataType, sheet.Cell("A5").GetString(), sheet.Cell("A5").HasFormula));
        Assert.Equal("@SUM(A1) <б> & \"ё\"", sheet.Cell("A6").GetString());
        Assert.Equal((XLDataType.Number, -34.25), (sheet.Cell("C5").DataType, sheet.Cell("C5").GetDouble()));
        Assert.Equal("0001-01-01", sheet.Cell("F6").GetString());
    }

    [Fact]
    public void A_table_has_its_title_a_frozen_header_a_filter_widths_and_totals()
    {
        var sheet = Write().Worksheet("Receipts");

        Assert.Equal("Sales of March", sheet.Cell("A1").GetString());
        Assert.Equal(("Phone", true), (sheet.Cell("A3").GetString(), sheet.Cell("A3").Style.Font.Bold));
        Assert.Equal(3, sheet.SheetView.SplitRow);
        Assert.Equal("A3:H6", sheet.AutoFilter.Range.RangeAddress.ToString());
        Assert.InRange(sheet.Column("A").Width, 20, 30);
        Assert.Equal("Total", sheet.Cell("A7").GetString());
        Assert.Equal((2, 1200.25, 99), (sheet.Cell("B7").GetDouble(), sheet.Cell("C7").GetDouble(), sheet.Cell("D7").GetDouble()));
        Assert.True(sheet.Cell("E7").IsEmpty());
    }

    [Theory]
    [InlineData("en", "About", "Filters", "Total: Paid")]
    [InlineData("ru", "О выгрузке", "Отбор", "Итого: Paid")]
    public void The_first_sheet_tells_who_when_and_by_which_filters(string culture, string name, string filters, string total)
    {
        using var _ = Culture(culture);

        var about = Write().Worksheet(1);

        Assert.Equal((name, "Receipts & returns"), (about.Name, about.Cell("A1").GetString()));
        var lines = about.RowsUsed().ToDictionary(r => r.Cell(1).GetString(), r => r.Cell(2));
        Assert.Contains(lines.Values, c => c.GetString() == "Анна <anna>");
        Assert.Contains(lines.Values, c => c.DataType == XLDataType.DateTime && c.GetDateTime().Hour == 0);
        Assert.True(lines[filters].IsEmpty());
        Assert.Equal(("=7", "0079"), (lines["Store"].GetString(), lines["Phone"].GetString()));
        Assert.Equal(1200.25, lines[total].GetDouble());
    }

    [Fact]
    public void A_row_may_hold_another_kind_than_its_column()
    {
        var figures = new (string Name, object Value, ExcelKind Kind)[] { ("Revenue", 10.5m, ExcelKind.Money), ("Receipts", 12L, ExcelKind.Whole) };
        services.GetRequiredService<FormattedWorkbook>().Write(file, Description, ExcelSheet.Of(
            "KPI", "KPI", [new("Figure", ExcelKind.Text, f => f.Name), new("Value", ExcelKind.Text, f => f.Value) { KindOfRow = f => f.Kind }], figures));
        using var workbook = new XLWorkbook(file);

        var sheet = workbook.Worksheet("KPI");

        Assert.Equal((10.5, 4), (sheet.Cell("B4").GetDouble(), sheet.Cell("B4").Style.NumberFormat.NumberFormatId));
        Assert.Equal((12, 3), (sheet.Cell("B5").GetDouble(), sheet.Cell("B5").Style.NumberFormat.NumberFormatId));
    }

    [Fact]
    public void Sheets_get_names_that_Excel_allows()
    {
        var table = ExcelSheet.Of("Stores: A/B [a very long name of a sheet]", "", Columns, Rows);
        services.GetRequiredService<FormattedWorkbook>().Write(file, Description, table, table);
        using var workbook = new XLWorkbook(file);

        Assert.Equal(["About", "Stores  A B  a very long name o", "Stores  A B  a very long name 2"], workbook.Worksheets.Select(s => s.Name));
    }

    private XLWorkbook Write()
    {
        services.GetRequiredService<FormattedWorkbook>().Write(file, Description, ExcelSheet.Of("Receipts", "Sales of March", Columns, Rows));
        return new XLWorkbook(file);
    }
}
