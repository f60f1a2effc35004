namespace LoyaltyAdmin.Jobs;

/// <summary>When a job runs. Its name and what it does are the texts <c>Job.key</c> and <c>Job.key.About</c> of jobs.</summary>
/// <param name="Key">The job's stable key.</param>
/// <param name="Cron">Seconds, minutes, hours, day of month, month, day of week, on the program's clock.</param>
public sealed record ScheduleLine(string Key, string Cron);
