using System.Diagnostics;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Imports;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Features.Kpi;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace LoyaltyAdmin.Tests.Features.Imports;

/// <summary>Real purchases, brought in as a shop would, against figures that were computed independently.</summary>
public sealed class CdnowImportTests(ITestOutputHelper output) : ImportTest
{
    [ReferenceDataFact]
    public async Task CDNOW_comes_in_with_its_members_and_gives_the_figures_of_the_reference_and_again_changes_nothing()
    {
        var csv = "member,occurredAt,quantity,amount\n" + string.Join('\n', File.ReadLines(ReferenceData.PathOf("cdnow", "CDNOW_master.txt"))
            .Skip(1)
            .Select(line => string.Join(',', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        var watch = Stopwatch.StartNew();

        var import = await ImportAsync(csv);

        output.WriteLine($"{import.Accepted} receipts in {watch.Elapsed.TotalSeconds:0.00} s, {import.Accepted / watch.Elapsed.TotalSeconds:0} per second");
        Assert.Equal((ImportStatus.Done, 69_659, 69_659, 0, 0), (import.Status, import.Rows, import.Accepted, import.Skipped, import.Rejected));
        await KpiReference.CompareAsync(
            Database, ReferenceData.Figures("cdnow_master"), new KpiPeriod(new DateOnly(1997, 1, 1), new DateOnly(1998, 7, 1)));
        Assert.Empty(await Database.Make<CheckRollups>().ExecuteAsync(default));
        var before = await StateAsync();

        watch.Restart();
        var again = await ImportAsync(csv);

        output.WriteLine($"again: {watch.Elapsed.TotalSeconds:0.00} s");
        Assert.Equal((0, 69_659, 0), (again.Accepted, again.Skipped, again.Rejected));
        Assert.Equal(before, await StateAsync());

        await ReturnATenthAsync();
        await Database.Get<ExpirePoints>().ExecuteAsync(Actor.System("test"), default);
        var proof = await Database.Get<LedgerProof>().ExecuteAsync(Actor.System("test"), default);
        Assert.True(proof.Balanced, proof.Totals.ToString());
        Assert.Empty(await Database.Make<CheckRollups>().ExecuteAsync(default));
    }

    private async Task ReturnATenthAsync()
    {
        await using var db = Database.CreateDbContext();
        var receipts = await db.Receipts.AsNoTracking().Include(r => r.Lines).Where(r => r.Id % 10 == 0).ToListAsync();
        var returns = receipts.Select(r => new ReturnPosting
        {
            Key = $"back-{r.Key}",
            PayloadHash = r.Key,
            Source = ReceiptSource.Api,
            OccurredAt = r.OccurredAt.AddDays(3),
            ReceiptKey = r.Key,
            Lines = [.. r.Lines.Select(l => new ReturnPostingLine { Line = l.Line, Quantity = l.Quantity })],
        });
        foreach (var batch in returns.Chunk(500))
        {
            var results = await Database.Get<ReceiptPoster>().PostManyAsync(Actor.System("test"), batch, registerUnknown: false, inTransaction: null, default);
            Assert.All(results, r => Assert.Null(r.Rejection));
        }
    }
}
