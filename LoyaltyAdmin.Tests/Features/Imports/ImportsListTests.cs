using System.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Imports;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.Localization;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Features.Imports;

public sealed class ImportsListTests : ImportTest
{
    private ImportQueries Queries => Database.Get<ImportQueries>();

    [Fact]
    public async Task The_list_is_filtered_sorted_and_adds_up()
    {
        await ThreeAsync();

        var real = await Queries.ListAsync(Marketer, new ImportFilter { IsTrial = false }, ImportSort.Rows, descending: true, new PageRequest(0, 1), default);
        var none = await Queries.ListAsync(Marketer, new ImportFilter { Kind = ImportKind.Goods }, ImportSort.File, descending: false, new PageRequest(0, 10), default);

        Assert.Equal("c.csv", Assert.Single(real.Rows).FileName);
        Assert.Equal((2, 40L, 5L), (real.Total, real.FileRows, real.Rejected));
        Assert.Equal((0, 0L, 0L), (none.Total, none.FileRows, none.Rejected));
    }

    [Fact]
    public async Task The_workbook_has_the_columns_filter_and_order_of_the_list()
    {
        using var culture = new UseCulture("en");
        await ThreeAsync();
        using var file = new MemoryStream();
        var people = new AuditWords(Database.Get<IStringLocalizer<ShellText>>(), []);
        var export = Database.Make<ImportsExport>(people, Database.Make<ListWorkbook>(Database.Make<StreamedWorkbook>()));

        await export.WriteAsync(Actor.System("test"), file, ListParameters.Of("trial=no&sort=file&columns=rows,file"), default);

        var sheets = Read(file);
        Assert.Equal(["Rows", "File"], sheets.Tables[1]!.Rows[0].ItemArray);
        Assert.Equal(["a.csv", "c.csv"], sheets.Tables[1]!.Rows.Cast<DataRow>().Skip(1).Select(r => r[1]));
        Assert.Contains(sheets.Tables[0]!.Rows.Cast<DataRow>(), r => r[0] is "Total: Rows" && r[1] is 40.0);
    }

    private Task ThreeAsync() => Database.AddAsync(Import("a.csv", 10, 5, false), Import("b.csv", 20, 0, true), Import("c.csv", 30, 0, false));

    private ImportRun Import(string file, int rows, int rejected, bool isTrial) => new()
    {
        Kind = ImportKind.Receipts,
        FileName = file,
        FileHash = file,
        DryRun = isTrial,
        Status = ImportStatus.Done,
        Rows = rows,
        Rejected = rejected,
        CreatedBy = "someone",
        CreatedAt = Database.Clock.UtcNow,
    };
}
