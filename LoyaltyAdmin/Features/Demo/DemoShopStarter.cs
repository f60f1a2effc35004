namespace LoyaltyAdmin.Features.Demo;

/// <summary>Makes the demo shop in the background, of the first start once the portal serves and whenever somebody asks for it.</summary>
public sealed partial class DemoShopStarter(
    MakeDemoShop make, DemoSettings settings, DemoBoard board, IHostApplicationLifetime lifetime, ILogger<DemoShopStarter> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled || !await ServesAsync(stoppingToken))
        {
            return;
        }

        await MakeAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await board.AskedAsync(stoppingToken);
            await MakeAsync(stoppingToken);
        }
    }

    private async Task MakeAsync(CancellationToken stopping)
    {
        try
        {
            if (await Task.Run(() => make.ExecuteAsync(settings.Scale, stopping), stopping) || board.Progress is not null)
            {
                board.End(hasFailed: false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
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
