using System.Data;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Features.Ledger;

public sealed class EntriesExportTests
{
    private static readonly Actor Analyst = new("analyst@example.com", new HashSet<Permission> { Permission.MembersView, Permission.ReportsExport });

    [Fact]
    public async Task Entries_of_a_member_come_with_what_they_rest_on_and_totals_by_kind()
    {
        using var culture = new UseCulture("en");
        using var till = await Till.OpenAsync();
        await till.MemberAsync("boris", 30);
        await till.MemberAsync("anna", 100);
        await till.PostAsync(till.Sale("R-1", "anna", 1000, redeem: 60));
        await till.PostAsync(till.Return("V-1", "R-1", 1));
        var anna = (await till.AccountAsync("anna")).MemberId;

        var sheets = await WriteAsync(till, new EntryScope { MemberId = anna });

        var rows = sheets.Tables["Entries"]!.Rows.Cast<DataRow>().Skip(1).ToList();
        Assert.All(rows, r => Assert.Equal((object)(double)anna, r[3]));
        Assert.Contains(rows, r => r[5] is "Redemption" && r[6] is -60.0 && r[7] is "R-1");
        Assert.Contains(rows, r => r[5] is "Points given back" && r[6] is 60.0 && r[8] is "V-1");
        var about = sheets.Tables[0]!.Rows.Cast<DataRow>().ToList();
        Assert.Contains(about, r => r[0] is "Member" && r[1] is "anna");
        Assert.Contains(about, r => r[0] is "Accrual" && r[1] is 147.0);
        Assert.Contains(about, r => r[0] is "Redemption" && r[1] is -60.0);
        Assert.Contains(about, r => r[0] is "Total: Points" && r[1] is 100.0);
    }

    [Fact]
    public async Task A_period_is_picked_by_business_days_however_many_batches_it_takes()
    {
        using var culture = new UseCulture("en");
        using var till = await Till.OpenAsync();
        var day = new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);
        await till.ImportAsync([.. Enumerable.Range(0, 2300).Select(i =>
            till.Sale($"R-{i}", $"m-{i % 50}", 100, day.AddDays(i % 2), source: LoyaltyAdmin.Domain.Receipts.ReceiptSource.Import))]);

        var sheets = await WriteAsync(till, new EntryScope { From = new DateOnly(2026, 3, 2), To = new DateOnly(2026, 3, 2) });

        var rows = sheets.Tables["Entries"]!.Rows.Cast<DataRow>().Skip(1).ToList();
        Assert.Equal(1150, rows.Select(r => r[0]).Distinct().Count());
        Assert.All(rows, r => Assert.Equal(new DateTime(2026, 3, 2), r[2]));
    }

    [Fact]
    public async Task Without_the_right_to_export_nothing_is_written()
    {
        using var till = await Till.OpenAsync();
        var actor = new Actor("someone", new HashSet<Permission> { Permission.MembersView });

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            till.Database.Get<EntriesExport>().WriteAsync(actor, new MemoryStream(), new EntryScope(), default));
    }

    private static async Task<DataSet> WriteAsync(Till till, EntryScope scope)
    {
        using var file = new MemoryStream();
        await till.Database.Get<EntriesExport>().WriteAsync(Analyst, file, scope, default);
        return Read(file);
    }
}
