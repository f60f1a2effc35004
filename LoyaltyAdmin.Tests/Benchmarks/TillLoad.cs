using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace LoyaltyAdmin.Tests.Benchmarks;

/// <summary>Many tills that post receipts of two lines at once, each waiting for its answer before the next.</summary>
internal sealed class TillLoad(PortalProcess portal, int members)
{
    public const int Clients = 16;

    /// <summary>Begins the keys of receipts that only earn.</summary>
    public const string Accrual = "accrual";

    /// <summary>Begins the keys of receipts of which some redeem.</summary>
    public const string Mix = "mix";

    private const int Stores = 20;
    private const int RedeemedPoints = 10;
    private static readonly DateTimeOffset Opening = DateTimeOffset.UtcNow.AddHours(-1);

    /// <summary>What was measured; latencies only where there are any.</summary>
    public sealed record Figures(double PerSecond, TimeSpan? Median = null, TimeSpan? Percentile95 = null);

    public Task RegisterMembersAsync() =>
        RunAsync(members, i => PostAsync("/api/v1/members", new { externalId = $"member-{i}", firstName = "Anna", lastName = $"Buyer {i}" }));

    /// <summary>Posts receipts, of which every so manieth redeems points (none for 0).</summary>
    public Task<Figures> PostAsync(string prefix, int receipts, int redeemEvery) => RunAsync(receipts, i => PostAsync("/api/v1/receipts", new
    {
        receiptId = $"{prefix}-{i}",
        occurredAt = Opening.AddMilliseconds(i),
        member = new { externalId = $"member-{i % members}" },
        store = $"S{i % Stores}",
        lines = new[]
        {
            new { line = 1, sku = $"sku-{i % 500}", category = "food", quantity = 1, price = 400 + (i % 100) },
            new { line = 2, sku = $"sku-{i % 300}", category = "home", quantity = 2, price = 150 + (i % 50) },
        },
        redeemPoints = redeemEvery > 0 && i % redeemEvery == 0 ? RedeemedPoints : 0,
    }));

    private static async Task<Figures> RunAsync(int count, Func<int, Task> call)
    {
        var next = -1;
        var latencies = new TimeSpan[count];
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                var begun = watch.Elapsed;
                await call(i);
                latencies[i] = watch.Elapsed - begun;
            }
        })));
        var perSecond = count / watch.Elapsed.TotalSeconds;
        Array.Sort(latencies);
        return new Figures(perSecond, latencies[count / 2], latencies[count * 95 / 100]);
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await portal.Client.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.Created)
        {
            throw new InvalidOperationException($"{path} answered {answer.StatusCode}: {text}");
        }
    }
}
