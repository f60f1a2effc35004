using System.Diagnostics;
using System.Threading.Channels;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>Tells open pages how far this program's making of the demo shop is, a few times a second at most.</summary>
public sealed class DemoBoard
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly Stopwatch told = new();
    private readonly Channel<bool> asked = Channel.CreateUnbounded<bool>();
    private DemoProgress? progress;
    private volatile bool failed;

    /// <summary>Raised on any thread.</summary>
    public event Action? Changed;

    /// <summary>Null while nothing is being made.</summary>
    public DemoProgress? Progress => Volatile.Read(ref progress);

    /// <summary>Whether the making broke off; the log says why, and the next start goes on.</summary>
    public bool Failed => failed;

    /// <summary>Says that the making begins; false where it is under way already.</summary>
    public bool TryBegin()
    {
        if (Interlocked.CompareExchange(ref progress, new DemoProgress(0, 0, null), null) is not null)
        {
            return false;
        }

        failed = false;
        Changed?.Invoke();
        return true;
    }

    /// <summary>Has the maker look whether there is a shop to be made.</summary>
    public void Wake() => asked.Writer.TryWrite(true);

    /// <summary>Waits until somebody asks for a shop.</summary>
    public Task AskedAsync(CancellationToken ct) => asked.Reader.ReadAsync(ct).AsTask();

    /// <summary>Tells a step; one maker calls it.</summary>
    public void Tell(DemoProgress step)
    {
        failed = false;
        Volatile.Write(ref progress, step);
        if (!told.IsRunning || told.Elapsed >= Pause)
        {
            told.Restart();
            Changed?.Invoke();
        }
    }

    /// <summary>Tells that nothing is made any more.</summary>
    public void End(bool hasFailed)
    {
        failed = hasFailed;
        Volatile.Write(ref progress, null);
        Changed?.Invoke();
    }
}
