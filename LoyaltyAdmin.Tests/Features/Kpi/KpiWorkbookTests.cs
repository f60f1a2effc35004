using ClosedXML.Excel;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Features.Rollups;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Kpi;

public sealed class KpiWorkbookTests
{
    private static readonly KpiPeriod Quarter = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1));

    [Fact]
    public async Task The_workbook_has_typed_figures_with_definitions_months_days_and_cohorts()
    {
        using var database = await OpenAsync();
        await new RawShop(database).PostAsync(
            new Deal(1, new DateOnly(2026, 1, 5), 10_050), new Deal(2, new DateOnly(2026, 2, 5), 5_000), new Deal(1, new DateOnly(2026, 2, 6), 2_000));

        using var file = new MemoryStream();
        await database.Get<KpiWorkbook>().WriteAsync(Actor.System("test"), file, Quarter, default);
        using var workbook = new XLWorkbook(file);

        var figures = workbook.Worksheet(2);
        var revenue = figures.RowsUsed().Single(r => r.Cell(1).GetString() == "Net revenue");
        Assert.Equal(170.5, revenue.Cell(2).GetDouble());
        Assert.Equal(XLDataType.Number, revenue.Cell(2).DataType);
        Assert.Contains("refunds", revenue.Cell(6).GetString(), StringComparison.Ordinal);
        Assert.Equal([new DateTime(2026, 1, 1), new DateTime(2026, 2, 1)], new[] { 4, 5 }.Select(row => workbook.Worksheet(3).Cell(row, 1).GetDateTime()));
        Assert.Equal(70, workbook.Worksheet(3).Cell(5, 2).GetDouble());
        Assert.Equal(["By month", "By day", "Cohorts"], workbook.Worksheets.Skip(2).Select(w => w.Name));
    }

    [Fact]
    public async Task Whoever_may_not_export_gets_no_workbook()
    {
        using var database = await OpenAsync();
        var operatorOnly = new Actor("operator", new HashSet<Permission> { Permission.DashboardView });

        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => database.Get<KpiWorkbook>().WriteAsync(operatorOnly, Stream.Null, Quarter, default));
    }

    private static Task<TestDatabase> OpenAsync() => TestDatabase.WithProgramAsync(more: services =>
    {
        services.AddPrograms();
        services.AddExcel();
        services.AddKpi();
    });
}
