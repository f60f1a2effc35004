namespace LoyaltyAdmin.Features.Jobs;

/// <summary>Keeps an open page of jobs as fresh as its person may expect.</summary>
internal static class FreshJobs
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Refreshes until the page is left; an error is handed to the page.</summary>
    public static async Task KeepAsync(Func<Task> refresh, Func<Exception, Task> fail, CancellationToken left)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(left))
            {
                await refresh();
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
        catch (Exception error)
        {
            await fail(error);
        }
    }
}
