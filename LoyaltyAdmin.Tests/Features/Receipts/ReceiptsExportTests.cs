using System.Data;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Features.Receipts;

public sealed class ReceiptsExportTests
{
    private static readonly Actor Analyst = new("analyst@example.com", new HashSet<Permission> { Permission.ReceiptsView, Permission.ReportsExport });

    private const string All = "at,kind,number,ofReceipt,memberNumber,member,store,register,channel,gross,discount,redeemed,paid,pointsSpent,accrued";

    [Fact]
    public async Task The_workbook_has_the_chosen_columns_only_in_their_order()
    {
        using var culture = new UseCulture("en");
        using var till = await Till.OpenAsync();
        await till.PostAsync(till.Sale("R-2", null, 50));
        using var file = new MemoryStream();

        await till.Database.Get<ReceiptsExport>().WriteAsync(Analyst, file, ListParameters.Of("columns=paid,number"), default);

        var rows = Read(file).Tables["Receipts"]!.Rows;
        Assert.Equal(["Paid in money", "Number"], rows[0].ItemArray);
        Assert.Equal([50.0, "R-2"], rows[1].ItemArray);
    }

    [Fact]
    public async Task The_workbook_holds_what_the_list_shows_with_totals()
    {
        using var culture = new UseCulture("en");
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", 100);
        await till.PostAsync(till.Sale("0079", "anna", 1000, redeem: 100));
        await till.PostAsync(till.Return("V-1", "0079", 1));
        await till.PostAsync(till.Sale("R-2", null, 50));
        using var file = new MemoryStream();

        await till.Database.Get<ReceiptsExport>().WriteAsync(Analyst, file, ListParameters.Of($"with=member&sort=time&columns={All}"), default);

        var sheets = Read(file);
        var rows = sheets.Tables["Receipts"]!.Rows.Cast<DataRow>().Skip(1).Where(r => r[2] is not "join-anna").ToList();
        Assert.Equal(["0079", "V-1"], rows.Select(r => r[2]));
        Assert.Equal(["Sale", "anna", 1000.0, 0.0, 100.0, 900.0, 100.0, 45.0], new[] { 1, 5, 9, 10, 11, 12, 13, 14 }.Select(i => rows[0][i]));
        Assert.Equal(["Return", "0079", DBNull.Value, -900.0, -100.0, -45.0], new[] { 1, 3, 9, 12, 13, 14 }.Select(i => rows[1][i]));
        var about = sheets.Tables[0]!.Rows.Cast<DataRow>().ToList();
        Assert.Contains(about, r => r[0] is "Buyer" && r[1] is "With a member");
        Assert.Contains(about, r => r[0] is "Rows" && r[1] is 3.0);
        Assert.Contains(about, r => r[0] is "Total: Paid in money" && r[1] is 2000.0);
    }

    [Theory]
    [InlineData(Permission.ReceiptsView)]
    [InlineData(Permission.ReportsExport)]
    public async Task Who_may_not_both_see_and_export_gets_nothing(Permission only)
    {
        using var till = await Till.OpenAsync();
        var actor = new Actor("someone", new HashSet<Permission> { only });

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            till.Database.Get<ReceiptsExport>().WriteAsync(actor, new MemoryStream(), ListParameters.Of(""), default));
    }
}
