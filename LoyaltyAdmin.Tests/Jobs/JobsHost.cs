using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Jobs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LoyaltyAdmin.Tests.Jobs;

/// <summary>The program as far as jobs need it, on a database that outlives it.</summary>
internal sealed class JobsHost : IAsyncDisposable
{
    public const string Key = "probe";

    private readonly IHost host;

    private JobsHost(IHost host) => this.host = host;

    public IJobServer Server => host.Services.GetRequiredService<IJobServer>();

    public JobRunner Runner => host.Services.GetRequiredService<JobRunner>();

    public JobQueries Queries => host.Services.GetRequiredService<JobQueries>();

    public static async Task<JobsHost> StartAsync(TestStore store, ProbeJob.Script script, string cron)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging().AddSingleton(TimeProvider.System).AddSingleton<BusinessClock>().AddSingleton<ProgramTimelines>();
        store.Register(builder.Services);
        builder.Services.AddJobRunner().AddSingleton(script).AddPortalJob<ProbeJob>(new ScheduleLine(Key, cron));
        builder.Services.AddQuartzJobs(new DatabaseSettings(store.Provider, store.ConnectionString));
        var host = builder.Build();
        var databases = host.Services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>();
        await ProgramSeed.EnsureAsync(databases, host.Services.GetRequiredService<SqlProvider>(), host.Services.GetRequiredService<BusinessClock>(), new ProgramConditions(), default);
        await host.StartAsync();
        return new JobsHost(host);
    }

    public async Task<IReadOnlyList<JobRun>> RunsAsync()
    {
        await using var db = await ContextAsync();
        return await db.JobRuns.AsNoTracking().OrderBy(r => r.Id).ToListAsync();
    }

    public Task<LoyaltyDbContext> ContextAsync() => host.Services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
