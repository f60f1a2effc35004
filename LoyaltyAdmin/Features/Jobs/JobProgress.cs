using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>By which a job tells how far it is while it runs; often told, seldom written.</summary>
/// <param name="write">Keeps the number.</param>
/// <param name="clock">Tells when it was kept last.</param>
public sealed class JobProgress(Func<long, Task> write, BusinessClock clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private DateTime written = DateTime.MinValue;
    private long done;

    /// <summary>So many more things are done.</summary>
    public async Task AddAsync(long count)
    {
        done += count;
        if (clock.UtcNow - written >= Between)
        {
            written = clock.UtcNow;
            await write(done);
        }
    }
}
