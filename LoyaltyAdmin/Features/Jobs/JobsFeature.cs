using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>What runs by the clock, to see and to take along.</summary>
public static class JobsFeature
{
    /// <summary>The lists as workbooks.</summary>
    public static void MapJobsExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup("/exports").RequireAuthorization(nameof(Permission.JobsManage), nameof(Permission.ReportsExport));
        exports.MapGet("/jobs.xlsx", JobsAsync);
        exports.MapGet("/job-runs.xlsx", RunsAsync);
    }

    private static Task<IResult> JobsAsync(ListParameters asked, HttpContext http, JobsExport export, IStringLocalizer<JobsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Title"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));

    private static Task<IResult> RunsAsync(string job, ListParameters asked, HttpContext http, JobsExport export, IStringLocalizer<JobsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text[$"Job.{job}"], file => export.WriteRunsAsync(http.User.ToActor(), file, job, asked, ct));
}
