using System.Globalization;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Refreshes an open page when the board tells of a change: not more often than twice a second, and always after the last.</summary>
internal sealed class LiveRefresh : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly ImportBoard board;
    private readonly Func<int, bool> concerns;
    private readonly Func<Func<Task>, Task> dispatch;
    private readonly Func<Task> refresh;
    private readonly CancellationToken left;

    // The board is told on threads of nobody's language: the page speaks that of the person who opened it.
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo words = CultureInfo.CurrentUICulture;
    private int wanted;

    /// <summary>Listens until it is disposed.</summary>
    /// <param name="board">What it listens to.</param>
    /// <param name="concerns">Which imports the page shows.</param>
    /// <param name="dispatch">Runs work where the page may be changed.</param>
    /// <param name="refresh">Reads anew and draws.</param>
    /// <param name="left">Cancelled when the page is left.</param>
    public LiveRefresh(
        ImportBoard board, Func<int, bool> concerns, Func<Func<Task>, Task> dispatch, Func<Task> refresh, CancellationToken left)
    {
        (this.board, this.concerns, this.dispatch, this.refresh, this.left) = (board, concerns, dispatch, refresh, left);
        board.Changed += Note;
    }

    public void Dispose() => board.Changed -= Note;

    private void Note(int importId)
    {
        // Whoever raises the count from nothing does the work; what comes meanwhile is done by the same in one more round.
        if (concerns(importId) && Interlocked.Increment(ref wanted) == 1)
        {
            _ = Task.Run(RefreshAsync);
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            int seen;
            do
            {
                seen = Volatile.Read(ref wanted);
                await dispatch(RefreshInOwnWordsAsync);
                await Task.Delay(Pause, left);
            }
            while (Interlocked.CompareExchange(ref wanted, 0, seen) != seen);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private async Task RefreshInOwnWordsAsync()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        await refresh();
    }
}
