using System.Globalization;

namespace LoyaltyAdmin.Tests.Benchmarks;

/// <summary>
/// How fast receipts come in, by API and by import, each beside its floor: the very rows that the portal wrote, inserted
/// raw with the same durability, in the same run on the same machine. Only the ratios can be compared between machines.
/// </summary>
internal static class PostingBenchmark
{
    private const int Members = 2_000;
    private const int Warming = 2_000;
    private const int Receipts = 10_000;
    private const int ImportedRows = 100_000;
    private const int ImportedMembers = 30_000;
    private const int ReceiptsPerFloorBatch = 10_000;

    public static async Task RunAsync(TextWriter output)
    {
        using var folder = new BenchmarkFolder();
        await output.WriteLineAsync(Line($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, SQLite (WAL, synchronous FULL)"));
        await output.WriteLineAsync();
        await output.WriteLineAsync("| measure | receipts/s | floor/s | of the floor | p50 ms | p95 ms |");
        await output.WriteLineAsync("|---|---|---|---|---|---|");

        var (accrual, mix) = await MeasureApiAsync(folder.File("api.db"));
        var accrualFloor = await RawInserts.MeasureAsync(folder.File("api.db"), folder.File("accrual.db"), TillLoad.Accrual, receiptsPerTransaction: 1);
        await output.WriteLineAsync(Row($"API, {TillLoad.Clients} clients, accrual only", accrual, accrualFloor));
        var mixFloor = await RawInserts.MeasureAsync(folder.File("api.db"), folder.File("mix.db"), TillLoad.Mix, receiptsPerTransaction: 1);
        await output.WriteLineAsync(Row($"API, {TillLoad.Clients} clients, every fifth redeems", mix, mixFloor));
        await output.WriteLineAsync(Line($"| engine alone, one core | {EngineLoad.Measure():N0} | | | | |"));

        var (own, wall) = await MeasureImportAsync(folder.File("import.db"));
        var floor = await RawInserts.MeasureAsync(folder.File("import.db"), folder.File("raw.db"), keyPrefix: "", ReceiptsPerFloorBatch);
        await output.WriteLineAsync(Row("import, by its own clock", own, floor));
        await output.WriteLineAsync(Row("import, upload to done", wall, floor));
    }

    private static async Task<(TillLoad.Figures Accrual, TillLoad.Figures Mix)> MeasureApiAsync(string database)
    {
        await using var portal = await PortalProcess.StartAsync(database);
        var till = new TillLoad(portal, Members);
        await till.RegisterMembersAsync();
        await till.PostAsync("warm", Warming, redeemEvery: 5);
        var accrual = await till.PostAsync(TillLoad.Accrual, Receipts, redeemEvery: 0);
        return (accrual, await till.PostAsync(TillLoad.Mix, Receipts, redeemEvery: 5));
    }

    private static async Task<(TillLoad.Figures Own, TillLoad.Figures Wall)> MeasureImportAsync(string database)
    {
        await using var portal = await PortalProcess.StartAsync(database);
        var (own, wall) = await ImportLoad.RunAsync(portal, ImportedRows, ImportedMembers);
        return (new TillLoad.Figures(ImportedRows / own.TotalSeconds), new TillLoad.Figures(ImportedRows / wall.TotalSeconds));
    }

    private static string Row(string name, TillLoad.Figures measured, double floor)
    {
        var latency = measured.Median is { } median ? Line($"{median.TotalMilliseconds:N1} | {measured.Percentile95!.Value.TotalMilliseconds:N1}") : " | ";
        return Line($"| {name} | {measured.PerSecond:N0} | {floor:N0} | {measured.PerSecond / floor:P0} | {latency} |");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
