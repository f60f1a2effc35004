using System.Data;
using System.Globalization;
using System.Text;
using ExcelDataReader;
using LoyaltyAdmin.Platform.Excel;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Platform.Excel;

/// <summary>The writers as the program registers them, and a reader that shares no code with them.</summary>
internal static class ExcelFixture
{
    public static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public static readonly ExcelDescription Description = new("Receipts & returns", "Анна <anna>", new DateTime(2026, 3, 10, 21, 30, 0, DateTimeKind.Utc), Moscow)
    {
        Period = "01.03.2026–10.03.2026",
        Filters = [new("Store", "=7"), new("Phone", "0079")],
    };

    public static readonly IReadOnlyList<ExcelColumn<Row>> Columns =
    [
        new("Phone", ExcelKind.Text, r => r.Phone),
        new("Items", ExcelKind.Whole, r => r.Items) { Total = true },
        new("Paid", ExcelKind.Money, r => r.Paid) { Total = true },
        new("Points", ExcelKind.Points, r => r.Points) { Decimals = 1, Total = true },
        new("Share", ExcelKind.Percent, r => r.Share),
        new("Day", ExcelKind.Date, r => r.Day),
        new("At", ExcelKind.Instant, r => r.At),
        new("Open", ExcelKind.Boolean, r => r.Open),
    ];

    public static readonly IReadOnlyList<Row> Rows =
    [
        new("0079160000001", 3, 1234.50m, 1005, 0.125, new DateOnly(2026, 3, 9), new DateTime(2026, 3, 9, 21, 5, 0, DateTimeKind.Utc), true),
        new("=1+1", -2, -34.25m, 0, null, null, null, false),
        new("@SUM(A1)\u0001 <б> & \"ё\"", 1, 0m, -15, 1, new DateOnly(1, 1, 1), null, null),
    ];

    public static ServiceProvider Services() => new ServiceCollection().AddLogging().AddExcel().BuildServiceProvider();

    public static IDisposable Culture(string name)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
        return new Restore(before);
    }

    public static DataSet Read(Stream file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
        var sheets = new DataSet();
        do
        {
            var table = sheets.Tables.Add(reader.Name);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                table.Columns.Add(new DataColumn(i.ToString(CultureInfo.InvariantCulture), typeof(object)));
            }

            while (reader.Read())
            {
                table.Rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }
        }
        while (reader.NextResult());
        return sheets;
    }

    public sealed record Row(string Phone, int Items, decimal Paid, long Points, double? Share, DateOnly? Day, DateTime? At, bool? Open);

    private sealed class Restore(CultureInfo before) : IDisposable
    {
        public void Dispose() => CultureInfo.CurrentUICulture = before;
    }
}
