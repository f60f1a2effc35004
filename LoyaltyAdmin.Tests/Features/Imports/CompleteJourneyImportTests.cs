using System.Diagnostics;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Imports;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Features.Kpi;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace LoyaltyAdmin.Tests.Features.Imports;

/// <summary>A grocery chain's lines and goods, as their files are, through the columns that the page suggests and a person corrects.</summary>
public sealed class CompleteJourneyImportTests(ITestOutputHelper output) : ImportTest
{
    [ReferenceDataFact]
    public async Task Lines_become_baskets_with_goods_and_departments_give_the_figures_of_the_reference_and_can_be_undone()
    {
        var goods = await BringAsync("products.csv", ImportKind.Goods, choice =>
        {
            choice.Choose(choice.Preview.Columns.ToList().IndexOf("department"), ImportField.Category);
            choice.Choose(choice.Preview.Columns.ToList().IndexOf("product_type"), ImportField.Name);
        });
        var watch = Stopwatch.StartNew();
        var lines = await BringAsync("transactions_sample.csv", ImportKind.Receipts, choice => Assert.Equal(
            [
                ImportField.Member, ImportField.Store, ImportField.ReceiptId, ImportField.Sku, ImportField.Quantity, ImportField.Amount,
                null, null, null, null, ImportField.OccurredAt,
            ],
            Enumerable.Range(0, choice.Preview.Columns.Count).Select(i => choice[i])));

        output.WriteLine($"{lines.Rows} lines in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal((0, 0), (goods.Rejected, lines.Rejected));
        await KpiReference.CompareAsync(
            Database, ReferenceData.Figures("completejourney_baskets"), new KpiPeriod(new DateOnly(2017, 1, 1), new DateOnly(2018, 1, 1)));
        Assert.Empty(await Database.Make<CheckRollups>().ExecuteAsync(default));
        Assert.Equal(PlainCount(), await DepartmentsAsync());

        await UndoAsync(lines.Id);
    }

    private async Task UndoAsync(int id)
    {
        var watch = Stopwatch.StartNew();
        Assert.Null(await Database.Get<UndoImport>().ExecuteAsync(Marketer, id, "the wrong year", default));
        await Database.Get<RunUndo>().ExecuteAsync(id, default);

        output.WriteLine($"undone in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(ImportStatus.Undone, (await DetailsAsync(id)).Status);
        Assert.Equal((0, 0, 0, 0, 0, 0), await StateAsync());
        Assert.Empty(await Database.Make<CheckRollups>().ExecuteAsync(default));
        Assert.True((await Database.Get<LedgerProof>().ExecuteAsync(Actor.System("test"), default)).Balanced);
    }

    private async Task<ImportRow> BringAsync(string file, ImportKind kind, Action<ColumnChoice> choose)
    {
        await using var content = File.OpenRead(ReferenceData.PathOf("completejourney", file));
        var upload = (await Database.Get<StartImport>().UploadAsync(Marketer, kind, file, content, default)).Value;
        var choice = Suggested(upload, kind);
        choose(choice);
        var order = new ImportOrder { Kind = kind, Plan = choice.Plan(new ImportPlan()), RegisterUnknown = true };
        return await RunAsync((await Database.Get<StartImport>().BeginAsync(Marketer, upload, order, default)).Value);
    }

    private async Task<List<(string Department, int Lines, decimal Amount)>> DepartmentsAsync()
    {
        await using var db = Database.CreateDbContext();
        var sold = await db.ReceiptLines.GroupBy(l => l.Category)
            .Select(g => new { g.Key, Lines = g.Count(), Amount = g.Sum(l => l.Gross.Minor) }).ToListAsync();
        return [.. sold.Select(s => (s.Key ?? "", s.Lines, s.Amount / 100m)).OrderBy(s => s.Item1, StringComparer.Ordinal)];
    }

    /// <summary>The same from the files themselves, by plain reading.</summary>
    private static List<(string Department, int Lines, decimal Amount)> PlainCount()
    {
        var departments = new Dictionary<string, string>();
        using (var products = TableReader.Open(File.OpenRead(ReferenceData.PathOf("completejourney", "products.csv"))))
        {
            while (products.Read())
            {
                departments[products[0].ToString()] = products[2].ToString();
            }
        }

        var sold = new Dictionary<string, (int Lines, decimal Amount)>();
        using var lines = TableReader.Open(File.OpenRead(ReferenceData.PathOf("completejourney", "transactions_sample.csv")));
        while (lines.Read())
        {
            var department = departments.GetValueOrDefault(lines[3].ToString(), "");
            var (count, amount) = sold.GetValueOrDefault(department);
            sold[department] = (count + 1, amount + decimal.Parse(
                lines[5].ToString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture));
        }

        return [.. sold.Select(s => (s.Key, s.Value.Lines, decimal.Round(s.Value.Amount, 2))).OrderBy(s => s.Key, StringComparer.Ordinal)];
    }
}
