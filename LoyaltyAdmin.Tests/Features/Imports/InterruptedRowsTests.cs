using System.Text;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Imports;
using Microsoft.Data.Sqlite;

namespace LoyaltyAdmin.Tests.Features.Imports;

/// <summary>Files whose rows stand each for itself, stopped on their way; batches are of 500 rows.</summary>
public sealed class InterruptedRowsTests : ImportTest
{
    private const int Rows = 1700;

    private static readonly string Members = Make("externalId;phone\n", i => (i % 400) switch
    {
        7 => $"m{i};wrong",
        9 => $"m{i - 1};+7916{i - 1:0000000}",
        _ => $"m{i};+7916{i:0000000}",
    });

    private static readonly string Balances = Make("member;points\n", i => i % 400 == 3 ? $"nobody{i};5" : $"m{i % 50};{i + 1}");

    public static TheoryData<ImportKind, int> Stops => new()
    {
        { ImportKind.Members, 0 }, { ImportKind.Members, 1 }, { ImportKind.Members, 3 },
        { ImportKind.Balances, 0 }, { ImportKind.Balances, 1 }, { ImportKind.Balances, 3 },
    };

    [Theory]
    [MemberData(nameof(Stops))]
    public async Task A_stop_at_any_batch_ends_as_if_nothing_had_stopped_it(ImportKind kind, int afterBatches)
    {
        var id = await StartInterruptedAsync(kind, afterBatches);
        var between = await DetailsAsync(id);

        var end = await RunAsync(id);

        Assert.Equal((ImportStatus.Running, afterBatches * 500), (between.Status, between.Rows));
        AssertWhole(kind, id, end);
        Assert.Equal(await UninterruptedAsync(kind), await StateAsync());
    }

    [Fact]
    public async Task Refused_rows_that_were_noted_before_the_end_of_their_batch_are_noted_once()
    {
        var id = await StartInterruptedAsync(ImportKind.Balances, 1);

        // The next batch had saved what it refused, and was killed before it was committed.
        await using (var errors = new SqliteConnection($"Data Source={Folder.ErrorsOf(id)};Pooling=False"))
        {
            await errors.OpenAsync();
            await using var note = errors.CreateCommand();
            note.CommandText = "INSERT INTO Errors VALUES (805, 'Members.Unknown', '[\"nobody803\"]', NULL)";
            await note.ExecuteNonQueryAsync();
        }

        AssertWhole(ImportKind.Balances, id, await RunAsync(id));
    }

    private void AssertWhole(ImportKind kind, int id, ImportRow end)
    {
        var (skipped, rejected) = kind == ImportKind.Members ? (5, 5) : (0, 5);
        Assert.Equal(
            (ImportStatus.Done, Rows, Rows - skipped - rejected, skipped, rejected), (end.Status, end.Rows, end.Accepted, end.Skipped, end.Rejected));
        Assert.Equal(rejected, ErrorsOf(id).Select(e => e.Row).Distinct().Count());
        Assert.Equal(rejected, ErrorsOf(id).Count);
    }

    private async Task<int> StartInterruptedAsync(ImportKind kind, int afterBatches)
    {
        if (kind == ImportKind.Balances)
        {
            await ImportAsync(Make("externalId\n", i => $"m{i % 50}"), ImportKind.Members);
        }

        var id = await StartAsync(kind == ImportKind.Members ? Members : Balances, kind);
        using var stop = new CancellationTokenSource();
        Database.Get<ImportBoard>().Changed += StopAfter;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Database.Get<RunImport>().ExecuteAsync(id, stop.Token));
        Database.Get<ImportBoard>().Changed -= StopAfter;
        return id;

        void StopAfter(int importId)
        {
            if (Database.Get<ImportBoard>().Of(importId)?.Phase == ImportPhase.Posting && DetailsAsync(importId).Result.Rows >= afterBatches * 500)
            {
                stop.Cancel();
            }
        }
    }

    /// <summary>What the same files leave in a database where nothing stopped them.</summary>
    private static async Task<(int Receipts, int Lines, int Returns, int Members, long Points, long Revenue)> UninterruptedAsync(ImportKind kind)
    {
        var other = new InterruptedRowsTests();
        await other.InitializeAsync();
        if (kind == ImportKind.Balances)
        {
            await other.ImportAsync(Make("externalId\n", i => $"m{i % 50}"), ImportKind.Members);
        }

        await other.ImportAsync(kind == ImportKind.Members ? Members : Balances, kind);
        var state = await other.StateAsync();
        await other.DisposeAsync();
        return state;
    }

    private static string Make(string header, Func<int, string> row)
    {
        var csv = new StringBuilder(header);
        for (var i = 0; i < Rows; i++)
        {
            csv.Append(row(i)).Append('\n');
        }

        return csv.ToString();
    }
}
