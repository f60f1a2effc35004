using System.Collections.Concurrent;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Where running imports tell how far they are and open pages listen, and where new ones wake the runner.</summary>
public sealed class ImportBoard : IDisposable
{
    private readonly ConcurrentDictionary<int, ImportProgress> running = new();
    private readonly SemaphoreSlim waiting = new(0);

    /// <summary>Something about the import of this number has changed. Raised on the thread of whoever changed it.</summary>
    public event Action<int>? Changed;

    /// <summary>How far a running import is; null if it does not run here.</summary>
    public ImportProgress? Of(int importId) => running.GetValueOrDefault(importId);

    public void Report(ImportProgress progress)
    {
        running[progress.ImportId] = progress;
        Changed?.Invoke(progress.ImportId);
    }

    /// <summary>The import waits, has ended or was asked to stop: whoever shows it reads it anew.</summary>
    public void Tell(int importId, bool isOver = false)
    {
        if (isOver)
        {
            running.TryRemove(importId, out _);
        }

        Changed?.Invoke(importId);
    }

    /// <summary>Says that an import waits.</summary>
    public void Wake() => waiting.Release();

    /// <summary>Returns when an import may be waiting, at the latest after the given time.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken ct) => waiting.WaitAsync(longest, ct);

    public void Dispose() => waiting.Dispose();
}
