using System.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Features.Audit;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Features.Audit;

public sealed class AuditExportTests : IAsyncLifetime, IDisposable
{
    private static readonly Actor Auditor = new("auditor@example.com", new HashSet<Permission> { Permission.AuditView, Permission.ReportsExport });
    private readonly UseCulture culture = new("en");
    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.WithProgramAsync(more: services =>
        {
            services.AddPrograms();
            services.AddExcel();
            services.AddSingleton<AuditQueries>();
            services.AddScoped<AuditWords>();
            services.AddAudit();
        });
        await database.AddAsync(
            Entry("anna@example.com", 0, """{"Note":"a"}""", """{"Note":"b"}"""),
            Entry("anna.b@example.com", 1, null, """{"Note":"c"}"""),
            Entry("boris@example.com", 2, null, """{"Note":"d"}"""));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        database.Dispose();
        culture.Dispose();
    }

    [Fact]
    public async Task The_workbook_has_the_columns_filter_and_order_of_the_list()
    {
        var sheets = await WriteAsync("search=anna&subject=Member&sort=time&columns=author,which,changes");

        var rows = sheets.Tables[1]!.Rows.Cast<DataRow>().ToList();
        Assert.Equal(["Who", "Change", "Which one", "What changed"], rows[0].ItemArray);
        Assert.Equal(["anna@example.com", "anna.b@example.com"], rows.Skip(1).Select(r => r[0]));
        Assert.EndsWith(": a → b", (string)rows[1][3], StringComparison.Ordinal);
        Assert.Contains(sheets.Tables[0]!.Rows.Cast<DataRow>(), r => r[0] is "What" && r[1] is "Member");
    }

    [Fact]
    public async Task However_many_they_are_each_is_written_once()
    {
        await database.AddAsync([.. Enumerable.Range(0, 2500).Select(i => (object)Entry("till", i, null, """{"Note":"x"}"""))]);

        foreach (var order in new[] { "-time", "time" })
        {
            var ids = (await WriteAsync($"search=till&columns=id&sort={order}")).Tables[1]!.Rows.Cast<DataRow>().Skip(1).Select(r => (double)r[0]).ToList();

            Assert.Equal(2500, ids.Distinct().Count());
            Assert.Equal(order == "time" ? ids.Order() : ids.OrderDescending(), ids);
        }
    }

    [Fact]
    public async Task Days_of_the_filter_are_those_of_the_program()
    {
        var first = DateOnly.FromDateTime(database.Clock.UtcNow.AddHours(3));

        var sheets = await WriteAsync($"from={IsoDay.Write(first.AddDays(1))}&to={IsoDay.Write(first.AddDays(1))}&columns=author");

        Assert.Equal("anna.b@example.com", Assert.Single(sheets.Tables[1]!.Rows.Cast<DataRow>().Skip(1))[0]);
    }

    [Theory]
    [InlineData(Permission.AuditView)]
    [InlineData(Permission.ReportsExport)]
    public async Task Who_may_not_both_see_and_export_gets_nothing(Permission only)
    {
        using var scope = database.Services.CreateScope();
        var export = scope.ServiceProvider.GetRequiredService<AuditExport>();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            export.WriteAsync(new Actor("someone", new HashSet<Permission> { only }), new MemoryStream(), ListParameters.Of(""), default));
    }

    private AuditEntry Entry(string author, int days, string? before, string after) => new()
    {
        At = database.Clock.UtcNow.AddDays(days),
        Author = author,
        Action = before is null ? AuditAction.Created : AuditAction.Changed,
        Subject = "Member",
        SubjectId = "5",
        Before = before,
        After = after,
    };

    private async Task<DataSet> WriteAsync(string asked)
    {
        using var scope = database.Services.CreateScope();
        using var file = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<AuditExport>().WriteAsync(Auditor, file, ListParameters.Of(asked), default);
        return Read(file);
    }
}
