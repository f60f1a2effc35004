using System.Diagnostics;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>Tells open pages how far this program's making of the demo shop is, a few times a second at most.</summary>
public sealed class DemoBoard
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly Stopwatch told = new();
    private volatile DemoProgress? progress;
    private volatile bool failed;

    /// <summary>Raised on any thread.</summary>
    public event Action? Changed;

    /// <summary>Null while nothing is being made.</summary>
    public DemoProgress? Progress => progress;

    /// <summary>Whether the making broke off; the log says why, and the next start goes on.</summary>
    public bool Failed => failed;

    /// <summary>Tells a step; one maker calls it.</summary>
    public void Tell(DemoProgress step)
    {
        (progress, failed) = (step, false);
        if (!told.IsRunning || told.Elapsed >= Pause)
        {
            told.Restart();
            Changed?.Invoke();
        }
    }

    /// <summary>Tells that nothing is made any more.</summary>
    public void End(bool hasFailed)
    {
        (progress, failed) = (null, hasFailed);
        Changed?.Invoke();
    }
}
