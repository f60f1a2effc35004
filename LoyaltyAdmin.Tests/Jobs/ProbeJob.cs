using System.Threading.Channels;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Jobs;

namespace LoyaltyAdmin.Tests.Jobs;

/// <summary>A job that does what a test tells it and says when it began.</summary>
public sealed class ProbeJob(ProbeJob.Script script) : IPortalJob
{
    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct)
    {
        script.Begin();
        try
        {
            await progress.AddAsync(script.Steps);
            return await script.Work(ct);
        }
        finally
        {
            script.End();
        }
    }

    /// <summary>What the job does, and what was seen of it.</summary>
    public sealed class Script
    {
        private readonly Channel<bool> begun = Channel.CreateUnbounded<bool>();
        private readonly Channel<bool> ended = Channel.CreateUnbounded<bool>();
        private int running;
        private int most;

        public Func<CancellationToken, Task<JobReport>> Work { get; set; } = _ => Task.FromResult(JobReport.Of(new JobCount("Lots", 3), new JobCount("Points", 12_000_000_000)));

        public long Steps { get; set; }

        public int MostAtOnce => most;

        public static Func<CancellationToken, Task<JobReport>> Failing => _ => throw new InvalidOperationException("The till is on fire.");

        public static JobReport Unbalanced => new([new JobCount("Accounts", 7)], new Rejection("Ledger.Unbalanced", 2, "42"));

        public Task BegunAsync() => WaitAsync(begun);

        public Task EndedAsync() => WaitAsync(ended);

        public void Begin()
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            begun.Writer.TryWrite(true);
        }

        public void End()
        {
            Interlocked.Decrement(ref running);
            ended.Writer.TryWrite(true);
        }

        private static Task<bool> WaitAsync(Channel<bool> signal) => signal.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }
}
