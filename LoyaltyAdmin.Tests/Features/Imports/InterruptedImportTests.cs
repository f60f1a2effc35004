using System.Globalization;
using System.Text;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Imports;

namespace LoyaltyAdmin.Tests.Features.Imports;

public sealed class InterruptedImportTests : ImportTest
{
    private const int Operations = 6500;

    private static readonly string Csv = Make();

    /// <summary>Batches are of 2,000: stops before the first, between any two and after the last.</summary>
    public static TheoryData<int, bool> Stops => new() { { 0, false }, { 1, false }, { 2, false }, { 3, false }, { 0, true }, { 1, true }, { 3, true } };

    [Theory]
    [MemberData(nameof(Stops))]
    public async Task A_stop_at_any_batch_loses_nothing_and_doubles_nothing(int afterBatches, bool stagingLost)
    {
        var id = await StartAsync(Csv);
        using (var stop = new CancellationTokenSource())
        {
            var posted = 0;
            Database.Get<ImportBoard>().Changed += StopAfter;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Database.Get<RunImport>().ExecuteAsync(id, stop.Token));
            Database.Get<ImportBoard>().Changed -= StopAfter;

            void StopAfter(int importId)
            {
                var phase = Database.Get<ImportBoard>().Of(importId)?.Phase;
                posted = DetailsAsync(importId).Result.Accepted / 2000;
                if (phase != ImportPhase.Reading && posted >= afterBatches)
                {
                    stop.Cancel();
                }
            }
        }

        var between = await DetailsAsync(id);
        Assert.Equal(ImportStatus.Running, between.Status);
        if (stagingLost)
        {
            File.Delete(Folder.StagingOf(id));
        }

        var end = await RunAsync(id);

        Assert.InRange(between.Accepted, afterBatches * 2000, Operations - 1);
        Assert.Equal((ImportStatus.Done, Operations + 1, Operations, 0, 1), (end.Status, end.Rows, end.Accepted, end.Skipped, end.Rejected));
        Assert.Single(ErrorsOf(id));
        Assert.Equal((Operations, Operations, 0, 50), await CountsAsync());
    }

    [Fact]
    public async Task A_cancelled_import_keeps_what_is_posted_and_the_file_again_brings_the_rest()
    {
        var id = await StartAsync(Csv);
        Database.Get<ImportBoard>().Changed += CancelOnce;
        var cancelled = await RunAsync(id);
        Database.Get<ImportBoard>().Changed -= CancelOnce;

        var again = await ImportAsync(Csv);

        Assert.Equal((ImportStatus.Cancelled, 2000), (cancelled.Status, cancelled.Accepted));
        Assert.Equal((ImportStatus.Done, Operations - 2000, 2000, 1), (again.Status, again.Accepted, again.Skipped, again.Rejected));
        Assert.Equal((Operations, Operations, 0, 50), await CountsAsync());

        void CancelOnce(int importId)
        {
            if (Database.Get<ImportBoard>().Of(importId)?.Phase == ImportPhase.Ordering)
            {
                Database.Get<ImportBoard>().Changed -= CancelOnce;
                Assert.Null(Database.Get<CancelImport>().ExecuteAsync(Marketer, importId, default).Result);
            }
        }
    }

    [Fact]
    public async Task An_import_that_waits_is_cancelled_at_once()
    {
        var id = await StartAsync(Csv);

        var rejection = await Database.Get<CancelImport>().ExecuteAsync(Marketer, id, default);
        var again = await Database.Get<CancelImport>().ExecuteAsync(Marketer, id, default);

        Assert.Null(rejection);
        Assert.Equal("Imports.AlreadyOver", again?.Code);
        Assert.Equal((ImportStatus.Cancelled, 0), ((await RunAsync(id)).Status, (await ReceiptsAsync()).Count));
    }

    [Fact]
    public async Task The_runner_goes_on_with_what_was_interrupted_and_then_takes_what_waits()
    {
        var first = await StartAsync("occurredAt,amount\n2026-01-05,7\n");
        var second = await StartAsync("occurredAt,amount\n2026-01-06,8\n");
        var done = new TaskCompletionSource();
        var over = new List<int>();
        Database.Get<ImportBoard>().Changed += Note;
        using var runner = Database.Make<ImportRunner>();

        await runner.StartAsync(default);
        await done.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await runner.StopAsync(default);

        Assert.Equal([first, second], over);
        Assert.Equal(2, (await ReceiptsAsync()).Count);

        void Note(int id)
        {
            if (Database.Get<ImportBoard>().Of(id) is null)
            {
                over.Add(id);
                if (over.Count == 2)
                {
                    done.SetResult();
                }
            }
        }
    }

    private static string Make()
    {
        var csv = new StringBuilder("occurredAt,member,amount\n2026-01-01,m1,wrong\n");
        for (var i = 0; i < Operations; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"2026-01-{(i * 7 % 28) + 1:00},m{i % 50},{i % 300}.50\n");
        }

        return csv.ToString();
    }

    private async Task<(int Receipts, int Lines, int Returns, int Members)> CountsAsync()
    {
        var state = await StateAsync();
        return (state.Receipts, state.Lines, state.Returns, state.Members);
    }
}
