using System.Data;
using ClosedXML.Excel;
using LoyaltyAdmin.Platform.Excel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Platform.Excel;

public sealed class StreamedWorkbookTests : IDisposable
{
    private readonly ServiceProvider services = Services();
    private readonly MemoryStream file = new();

    public void Dispose()
    {
        services.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task Cells_have_the_types_of_their_columns()
    {
        await WriteAsync(Rows);
        var rows = Read(file).Tables["Receipts"]!.Rows;

        Assert.Equal(["Phone", "Items", "Paid", "Points", "Share", "Day", "At", "Open"], rows[0].ItemArray);
        Assert.Equal(["0079160000001", 3.0, 1234.5, 100.5, 0.125, new DateTime(2026, 3, 9), new DateTime(2026, 3, 10, 0, 5, 0), true], rows[1].ItemArray);
        Assert.Equal(["=1+1", -2.0, -34.25, 0.0, DBNull.Value, DBNull.Value, DBNull.Value, false], rows[2].ItemArray);
        Assert.Equal(["@SUM(A1) <б> & \"ё\"", 1.0, 0.0, -1.5, 1.0, "0001-01-01", DBNull.Value, DBNull.Value], rows[3].ItemArray);
    }

    [Fact]
    public async Task The_header_stays_in_sight_and_formats_are_those_of_the_columns()
    {
        await WriteAsync(Rows);
        using var workbook = new XLWorkbook(file);
        var sheet = workbook.Worksheet("Receipts");

        Assert.Equal((1, true), (sheet.SheetView.SplitRow, sheet.Cell("A1").Style.Font.Bold));
        Assert.Equal("A1:H4", sheet.AutoFilter.Range.RangeAddress.ToString());
        Assert.Equal((XLDataType.Text, false), (sheet.Cell("A3").DataType, sheet.Cell("A3").HasFormula));
        Assert.Equal([49, 3, 4, 14, 22], new[] { "A2", "B2", "C2", "F2", "G2" }.Select(c => sheet.Cell(c).Style.NumberFormat.NumberFormatId));
        Assert.Equal(["#,##0.0", "0.0%"], new[] { "D2", "E2" }.Select(c => sheet.Cell(c).Style.NumberFormat.Format));
        Assert.InRange(sheet.Column("A").Width, 15, 30);
    }

    [Theory]
    [InlineData(0, new[] { 0 })]
    [InlineData(5, new[] { 5 })]
    [InlineData(6, new[] { 5, 1 })]
    [InlineData(1003, new[] { 500, 500, 3 })]
    public async Task What_does_not_fit_one_sheet_goes_on_in_the_next(int count, int[] expected)
    {
        await WriteAsync(Enumerable.Range(1, count).Select(i => Rows[0] with { Items = i }), limit: expected[0] == 0 ? 5 : expected[0]);

        var sheets = Read(file);
        Assert.Equal(expected.Length + 1, sheets.Tables.Count);
        Assert.Equal(expected, sheets.Tables.Cast<DataTable>().Skip(1).Select(t => t.Rows.Count - 1));
        Assert.All(sheets.Tables.Cast<DataTable>().Skip(1), t => Assert.Equal("Phone", t.Rows[0][0]));
        Assert.Equal(
            Enumerable.Range(1, count).Select(i => (double)i),
            sheets.Tables.Cast<DataTable>().Skip(1).SelectMany(t => t.Rows.Cast<DataRow>().Skip(1)).Select(r => (double)r[1]));
    }

    [Theory]
    [InlineData("en", "About", "Rows", "Total: Paid")]
    [InlineData("ru", "О выгрузке", "Строк", "Итого: Paid")]
    public async Task The_first_sheet_describes_the_list_and_holds_its_totals(string culture, string name, string rows, string total)
    {
        using var _ = Culture(culture);
        await WriteAsync(Rows);

        var about = Read(file).Tables[0];
        var lines = about.Rows.Cast<DataRow>().Where(r => r[0] is string).ToDictionary(r => (string)r[0], r => r[1]);

        Assert.Equal((name, "Receipts & returns"), (about.TableName, about.Rows[0][0]));
        Assert.Equal(("=7", "0079", 3.0, 1200.25), (lines["Store"], lines["Phone"], lines[rows], lines[total]));
        Assert.Contains(new DateTime(2026, 3, 11, 0, 30, 0), lines.Values);
    }

    [Fact]
    public async Task Rows_are_written_as_they_are_read()
    {
        var lengths = new List<long>();
        async IAsyncEnumerable<Row> Source()
        {
            for (var i = 0; i < 30_000; i++)
            {
                if (i % 10_000 == 9_999)
                {
                    lengths.Add(file.Length);
                }

                await Task.CompletedTask;
                yield return Rows[0] with { Items = i, Phone = Guid.NewGuid().ToString() };
            }
        }

        await new StreamedWorkbook(Text).WriteAsync(file, Description, "Receipts", Columns, Source(), default);

        Assert.True(0 < lengths[0] && lengths[0] < lengths[1] && lengths[1] < lengths[2], string.Join(' ', lengths));
    }

    [Fact]
    public async Task A_cancelled_list_stops()
    {
        using var stop = new CancellationTokenSource();
        var read = 0;
        IEnumerable<Row> Source()
        {
            while (true)
            {
                if (++read == 1000)
                {
                    stop.Cancel();
                }

                yield return Rows[0];
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new StreamedWorkbook(Text).WriteAsync(file, Description, "Receipts", Columns, Source().ToAsyncEnumerable(), stop.Token));
        Assert.InRange(read, 1000, 1001);
    }

    private IStringLocalizer<ExcelText> Text => services.GetRequiredService<IStringLocalizer<ExcelText>>();

    private Task WriteAsync(IEnumerable<Row> rows, int limit = StreamedWorkbook.MostRows) =>
        new StreamedWorkbook(Text) { RowsPerSheet = limit }.WriteAsync(file, Description, "Receipts", Columns, rows.ToAsyncEnumerable(), default);
}
