namespace LoyaltyAdmin.Features.Demo;

/// <summary>Makes the demo shop in the background of the first start, once the portal serves.</summary>
public sealed partial class DemoShopStarter(
    MakeDemoShop make, DemoSettings settings, DemoBoard board, IHostApplicationLifetime lifetime, ILogger<DemoShopStarter> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled || !await ServesAsync(stoppingToken))
        {
            return;
        }

        try
        {
            if (await Task.Run(() => make.ExecuteAsync(settings.Scale, stoppingToken), stoppingToken))
            {
                board.End(hasFailed: false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
        catch (Exception e)
        {
            // A portal without its demo is a portal still.
            Failed(log, e);
            board.End(hasFailed: true);
        }
    }

    private async Task<bool> ServesAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var serves = lifetime.ApplicationStarted.Register(started.SetResult);
        using var stops = stopping.Register(() => started.TrySetCanceled(stopping));
        await ((Task)started.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return started.Task.IsCompletedSuccessfully;
    }

    [LoggerMessage(LogLevel.Error, "The demo shop could not be made; the next start goes on with it")]
    private static partial void Failed(ILogger logger, Exception exception);
}
