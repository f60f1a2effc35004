using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Imports;
using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Tests.Features.Imports;

public sealed class RefusedRowsTests : ImportTest
{
    /// <summary>Twelve ways in which a row can be wrong, each with the code of its reason.</summary>
    private static readonly (string Row, string Code)[] Broken =
    [
        ("{0};31.02.2026;anna;1;10;;", "Imports.NotAnInstant"),
        ("{0};;anna;1;10;;", "Imports.CellMissing"),
        ("{0};2026-01-05;anna;one;10;;", "Imports.NotANumber"),
        ("{0};2026-01-05;anna;1;10.123;;", "Imports.TooManyDecimals"),
        ("{0};2026-01-05;anna;1;99999999999999999;;", "Imports.NumberTooLarge"),
        ("{0};2026-01-05;anna;1;;;", "Imports.AmountMissing"),
        ("{0};2026-01-05;anna;1;10;11;", "Imports.DiscountAboveAmount"),
        ("{0};2026-01-05;anna", "Imports.TooFewCells"),
        ("{0};2026-01-05;anna;1;10;;;extra", "Imports.TooManyCells"),
        ("{0};2026-01-05;anna;1;\"10;;", "Imports.MalformedRow"),
        ("{0};2026-01-05;nobody;1;10;;", "Members.Unknown"),
        ("{0};2026-01-05;anna;1;10;;0", "Imports.LineNotPositive"),
    ];

    [Fact]
    public async Task A_thousand_broken_rows_of_twelve_kinds_have_a_thousand_reasons_and_the_rest_is_in()
    {
        await ImportAsync("externalId\nanna\n", ImportKind.Members);
        var csv = new StringBuilder("receiptId;occurredAt;member;quantity;amount;discount;line\n");
        for (var i = 0; i < 1000; i++)
        {
            csv.Append(string.Format(CultureInfo.InvariantCulture, Broken[i % Broken.Length].Row, $"bad-{i}")).Append('\n');
            csv.Append(CultureInfo.InvariantCulture, $"good-{i};2026-01-05;anna;1;10;;\n");
        }

        var import = await ImportAsync(csv.ToString(), registerUnknown: false);

        var reasons = Database.Get<ImportQueries>().Reasons(Marketer, import.Id);
        var one = Database.Get<ImportQueries>().Errors(Marketer, import.Id, new LoyaltyAdmin.Platform.PageRequest(0, 10), "Imports.NotANumber");
        Assert.Equal((ImportStatus.Done, 2000, 1000, 1000, 1000), (import.Status, import.Rows, import.Accepted, import.Rejected, import.Sales));
        Assert.Equal(Broken.Select(b => b.Code).Order(), reasons.Select(r => r.Code).Order());
        Assert.Equal(1000, reasons.Sum(r => r.Rows));
        Assert.All(reasons, r => Assert.InRange(r.Rows, 83, 84));
        Assert.Equal(reasons.Single(r => r.Code == "Imports.NotANumber").Rows, one.Total);
        Assert.All(one.Rows, e => Assert.Contains("one", e.Cells));
    }

    [Fact]
    public async Task Refused_rows_come_back_in_the_format_of_the_file_and_corrected_they_are_taken()
    {
        TextEncodings.Register();
        var windows = Encoding.GetEncoding(1251);
        var import = await RunAsync(await StartAsync(
            windows.GetBytes("Дата;Клиент;Сумма\r\n2026-01-05;Ёлка;10\r\n2026-01-06;\"Щу;ка\";десять\r\n"),
            new ImportOrder { Kind = ImportKind.Receipts, RegisterUnknown = true }));

        var file = new MemoryStream();
        await Database.Get<RefusedRows>().WriteAsync(Marketer, import.Id, file, default);
        var text = windows.GetString(file.ToArray());
        var corrected = await RunAsync(await StartAsync(
            windows.GetBytes(text.Replace("десять", "12", StringComparison.Ordinal)), new ImportOrder { Kind = ImportKind.Receipts, RegisterUnknown = true }));

        var lines = text.Split("\r\n");
        Assert.Equal((1, 1), (import.Accepted, import.Rejected));
        Assert.StartsWith("Дата;Клиент;Сумма;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("2026-01-06;\"Щу;ка\";десять;", lines[1], StringComparison.Ordinal);
        Assert.Contains("3", lines[1].Split(';')[^1], StringComparison.Ordinal);
        Assert.Equal((1, 0), (corrected.Accepted, corrected.Rejected));
        Assert.Equal(12m, (await ReceiptsAsync())[^1].Gross.Amount);
    }

    [Fact]
    public async Task Refused_rows_of_a_workbook_come_back_as_a_workbook()
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("Чеки");
        sheet.Cell(1, 1).Value = "occurredAt";
        sheet.Cell(1, 2).Value = "amount";
        sheet.Cell(2, 1).SetValue(new DateTime(2026, 1, 5));
        sheet.Cell(2, 2).SetValue("ten");
        sheet.Cell(3, 1).SetValue(new DateTime(2026, 1, 6));
        sheet.Cell(3, 2).FormulaA1 = "=3+4";
        var source = new MemoryStream();
        workbook.SaveAs(source, validate: false, evaluateFormulae: true);

        var import = await RunAsync(await StartAsync(source.ToArray(), new ImportOrder { Kind = ImportKind.Receipts }));
        var file = new MemoryStream();
        await Database.Get<RefusedRows>().WriteAsync(Marketer, import.Id, file, default);
        using var table = TableReader.Open(new MemoryStream(file.ToArray()));

        Assert.Equal((1, 1), (import.Accepted, import.Rejected));
        Assert.Equal(".xlsx", Database.Get<RefusedRows>().TypeOf(import.Id).Extension);
        Assert.Equal(("Чеки", 3), (table.Format.Sheet, table.Columns.Count));
        Assert.True(table.Read());
        Assert.Equal(("2026-01-05", "ten"), (table[0].ToString(), table[1].ToString()));
        Assert.False(table.Read());
        Assert.Equal(7m, Assert.Single(await ReceiptsAsync()).Gross.Amount);
    }
}
