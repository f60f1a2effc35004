using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Imports;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Imports;

/// <summary>What the page does with a file: suggests columns, tries it, brings it in from the same upload, remembers.</summary>
public sealed class UploadTests : ImportTest
{
    private const string Till = "№;Дата;Время;Клиент;Итого\n1;31/03/2026;14:05;anna;179,80\n2;03/04/2026;9:30;boris;20\n";

    private StartImport Start => Database.Get<StartImport>();

    [Fact]
    public async Task Columns_of_another_system_are_suggested_tried_and_brought_in_from_one_upload()
    {
        var upload = await UploadAsync(Till);
        var choice = Suggested(upload);
        choice.Choose(0, ImportField.ReceiptId);
        choice.Set(ImportField.Store, "Centre");
        var plan = choice.Plan(new ImportPlan { DayOrder = choice.Preview.LikelyDayOrder });
        var order = new ImportOrder { Kind = ImportKind.Receipts, Plan = plan, RegisterUnknown = true, DryRun = true };

        var trial = await RunAsync((await Start.BeginAsync(Marketer, upload, order, default)).Value);
        var receiptsOfTrial = await ReceiptsAsync();
        var real = await RunAsync((await Start.BeginAsync(Marketer, upload, order with { DryRun = false }, default)).Value);

        Assert.Equal((true, DayOrder.DayFirst), (choice.Preview.NeedsDayOrder, choice.Preview.LikelyDayOrder));
        Assert.Equal((upload, ImportStatus.Done, 2, 2, 9L), (trial.Id, trial.Status, trial.Sales, trial.NewMembers, trial.PointsIn));
        Assert.Empty(receiptsOfTrial);
        Assert.Equal((2, 2, 9L), (real.Sales, real.NewMembers, real.PointsIn));
        Assert.Equal(["1", "2"], (await ReceiptsAsync()).Select(r => r.Key));
        Assert.Equal([new DateTime(2026, 3, 31, 11, 5, 0), new DateTime(2026, 4, 3, 6, 30, 0)], (await ReceiptsAsync()).Select(r => r.OccurredAt));
        Assert.All(await ReceiptsAsync(), r => Assert.Equal("Centre", r.Store));
        Assert.False(File.Exists(Folder.SourceOf(upload)));
    }

    [Fact]
    public async Task Two_clicks_and_two_windows_start_one_import()
    {
        var upload = await UploadAsync("occurredAt,amount\n2026-01-05,7\n");
        var order = new ImportOrder { Kind = ImportKind.Receipts, DryRun = true };
        var first = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Start.BeginAsync(Marketer, upload, order, default)));
        await RunAsync(upload);

        var second = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Start.BeginAsync(Marketer, upload, order with { DryRun = false }, default)));

        await using var db = Database.CreateDbContext();
        Assert.All(first, r => Assert.Equal(upload, r.Value));
        Assert.Single(second.Select(r => r.Value).Distinct());
        Assert.Equal(2, await db.Imports.CountAsync());
    }

    [Fact]
    public async Task A_choice_of_columns_is_offered_for_the_next_file_with_such_a_header()
    {
        var mappings = Database.Get<ImportMappings>();
        var plan = new ImportPlan { Exact = true, Columns = new Dictionary<string, string> { ["Итого"] = "amount" }, DayOrder = DayOrder.DayFirst };
        await mappings.KeepAsync(Marketer, ImportKind.Receipts, ["Дата", "Итого"], "", plan, default);
        await mappings.KeepAsync(Marketer, ImportKind.Receipts, ["Дата", "Итого"], "Tills", plan, default);
        await mappings.KeepAsync(Marketer, ImportKind.Receipts, ["Дата", "Итого"], "Tills", plan with { DayOrder = DayOrder.MonthFirst }, default);

        var offered = await mappings.FindAsync(Marketer, ImportKind.Receipts, ["ИТОГО ", "дата", "Причина"], default);

        Assert.Equal(["Tills", ""], offered.Select(m => m.Name));
        Assert.Equal((DayOrder.MonthFirst, "amount"), (offered[0].Plan.DayOrder, offered[0].Plan.Columns["Итого"]));
        Assert.Empty(await mappings.FindAsync(Marketer, ImportKind.Members, ["Дата", "Итого"], default));
        Assert.Empty(await mappings.FindAsync(Marketer, ImportKind.Receipts, ["Дата", "Сумма"], default));
    }

    [Fact]
    public async Task What_nobody_wants_any_more_is_removed()
    {
        var discarded = await UploadAsync("occurredAt,amount\n2026-01-05,7\n");
        var forgotten = await UploadAsync("occurredAt,amount\n2026-01-06,7\n");
        var orphan = Path.ChangeExtension(Folder.SourceOf(1), ".upload");
        await File.WriteAllTextAsync(orphan, "cut short");
        File.SetLastWriteTimeUtc(orphan, Database.Clock.UtcNow.AddDays(-1));
        var uploads = Database.Get<DiscardUpload>();

        await uploads.ExecuteAsync(Marketer, discarded, default);
        Database.Clock.Advance(DiscardUpload.Patience + TimeSpan.FromHours(1));
        await uploads.RemoveOldAsync(default);

        await using var db = Database.CreateDbContext();
        Assert.Empty(await db.Imports.ToListAsync());
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(orphan)!));
        Assert.Equal("Imports.Unknown", (await Start.BeginAsync(Marketer, forgotten, new ImportOrder { Kind = ImportKind.Receipts }, default)).Rejection?.Code);
    }

    [Theory]
    [InlineData("", "Imports.EmptyFile")]
    [InlineData("PK\u0003\u0004 and then nothing", "Imports.Unreadable")]
    [InlineData("%PDF-1.7 a page", "Imports.NotATable")]
    public async Task A_file_that_is_no_table_is_refused_in_words_and_leaves_nothing(string content, string code)
    {
        var result = await Start.UploadAsync(Marketer, ImportKind.Receipts, "x.xlsx", new MemoryStream(System.Text.Encoding.Latin1.GetBytes(content)), default);

        Assert.Equal(code, result.Rejection?.Code);
        foreach (var language in (string[])["en", "ru"])
        {
            using var culture = new UseCulture(language);
            Assert.DoesNotContain("Imports.", Database.Get<ImportQueries>().Words(code, result.Rejection!.Arguments), StringComparison.Ordinal);
        }

        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(Folder.SourceOf(1))!));
    }
}
