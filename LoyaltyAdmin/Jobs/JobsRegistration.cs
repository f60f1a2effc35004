using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Jobs;

/// <summary>What runs by the clock. <c>Jobs:Enabled</c> set to false leaves the clock out: jobs then run only when asked for.</summary>
public static class JobsRegistration
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddJobRunner();
        builder.Services.AddPortalJob<ActivatePointsJob>(ActivatePointsJob.Key);
        builder.Services.AddPortalJob<LapseHoldsJob>(LapseHoldsJob.Key);
        builder.Services.AddPortalJob<ExpirePointsJob>(ExpirePointsJob.Key);
        builder.Services.AddPortalJob<SendDeliveriesJob>(SendDeliveriesJob.Key);
        builder.Services.AddPortalJob<ExpireGiftCardsJob>(ExpireGiftCardsJob.Key);
        builder.Services.AddPortalJob<RecalculateTiersJob>(RecalculateTiersJob.Key);
        builder.Services.AddPortalJob<RecordTermsJob>(RecordTermsJob.Key);
        builder.Services.AddPortalJob<WelcomeMembersJob>(WelcomeMembersJob.Key);
        builder.Services.AddPortalJob<CarryOutPromisesJob>(CarryOutPromisesJob.Key);
        builder.Services.AddPortalJob<SettleReferralsJob>(SettleReferralsJob.Key);
        builder.Services.AddPortalJob<ReviewClubsJob>(ReviewClubsJob.Key);
        builder.Services.AddPortalJob<AdmitToClubsJob>(AdmitToClubsJob.Key);
        builder.Services.AddPortalJob<FindDuplicatesJob>(FindDuplicatesJob.Key);
        builder.Services.AddPortalJob<RollupCheckJob>(RollupCheckJob.Key);
        builder.Services.AddPortalJob<LedgerProofJob>(LedgerProofJob.Key);
        _ = builder.Configuration.GetValue("Jobs:Enabled", true)
            ? builder.Services.AddQuartzJobs(DatabaseSettings.Of(builder.Configuration, builder.Environment.ContentRootPath))
            : builder.Services.AddSingleton<IJobServer, DirectJobs>();
    }

    /// <summary>A job that the schedule has a line for.</summary>
    public static IServiceCollection AddPortalJob<T>(this IServiceCollection services, string key)
        where T : class, IPortalJob => services.AddPortalJob<T>(Schedule.Of(key));

    /// <summary>A job with a line of its own.</summary>
    public static IServiceCollection AddPortalJob<T>(this IServiceCollection services, ScheduleLine line)
        where T : class, IPortalJob => services.AddSingleton(line).AddKeyedScoped<IPortalJob, T>(line.Key);

    /// <summary>What runs jobs and knows of their runs, without a clock.</summary>
    public static IServiceCollection AddJobRunner(this IServiceCollection services) =>
        services.AddSingleton<JobRunner>().AddSingleton<JobRuns>().AddSingleton<JobQueries>().AddSingleton<RunJobNow>().AddSingleton<PauseJob>().AddSingleton<JobWords>().AddSingleton<JobsExport>();
}
