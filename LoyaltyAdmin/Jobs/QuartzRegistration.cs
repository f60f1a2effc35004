using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Platform;
using Quartz;

namespace LoyaltyAdmin.Jobs;

/// <summary>Quartz over the program's own database; its tables (QRTZ_…) are made at the first start.</summary>
public static class QuartzRegistration
{
    private const int JobsAtOnce = 4;

    public static IServiceCollection AddQuartzJobs(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "LoyaltyAdmin";
                scheduler.GenerateInstanceId = database.Provider == DatabaseSettings.SqlServer;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(JobsAtOnce);
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(options =>
                {
                    options.SchemaProvisioning = SchemaProvisioning.CreateIfMissing;
                    options.StoreJobDataAsStrings = true;
                });
                if (database.Provider == DatabaseSettings.SqlServer)
                {
                    store.UseSqlServer(database.ConnectionString);
                    store.UseClustering();
                }
                else
                {
                    store.UseSqlite(database.ConnectionString);
                }
            });
        });
        services.AddSingleton<QuartzJobs>();
        services.AddSingleton<IJobServer>(container => container.GetRequiredService<QuartzJobs>());
        services.AddHostedService(container => container.GetRequiredService<QuartzJobs>());
        return services;
    }
}
