using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>What the list of jobs and that of a job's runs are, on their pages and in their workbooks.</summary>
public static class JobsTable
{
    public const string Job = "job";
    public const string When = "when";
    public const string Next = "next";
    public const string Outcome = "outcome";

    /// <summary>The jobs in the order of the schedule.</summary>
    public static TableList<JobRow, NoFilter> Jobs(IStringLocalizer<JobsText> text, JobWords words, DisplayUnits units) => new(
        "jobs",
        "/jobs",
        "/exports/jobs.xlsx",
        [
            new(Job, text["Job"], ExcelKind.Text, row => text[$"Job.{row.Job.Key}"].Value) { Fixed = true, Sort = Job },
            new("about", text["About"], ExcelKind.Text, row => text[$"Job.{row.Job.Key}.About"].Value) { Hidden = true },
            new(When, text["When"], ExcelKind.Text, row => CronWords.Of(row.Job.Cron, text)),
            new(Next, text["Next"], ExcelKind.Instant, row => row.Job.Paused ? null : row.Job.NextAt) { Sort = Next },
            new("last", text["Last"], ExcelKind.Instant, row => row.Last?.StartedAt) { Sort = "last" },
            new(Outcome, text["Outcome"], ExcelKind.Text, row => row.Last is { } last ? words.StateOf(last) : text["NeverRan"].Value),
            new("counts", text["Counts"], ExcelKind.Text, row => row.Last is { } last ? words.CountsOf(last, units) : null) { Hidden = true },
        ])
    {
        Sort = "schedule",
    };

    /// <summary>The runs of one job.</summary>
    public static TableList<JobRunRow, JobRunFilter> Runs(IStringLocalizer<JobsText> text, JobWords words, DisplayUnits units, string key) => new(
        "job-runs",
        $"/jobs/{key}",
        $"/exports/job-runs.xlsx?job={key}",
        [
            new("started", text["Started"], ExcelKind.Instant, row => row.StartedAt) { Fixed = true, Sort = "started" },
            new("finished", text["Finished"], ExcelKind.Instant, row => row.FinishedAt) { Hidden = true },
            new(Outcome, text["Outcome"], ExcelKind.Text, words.StateOf),
            new("seconds", text["Duration"], ExcelKind.Number, row => row.FinishedAt is { } end ? Math.Round((decimal)(end - row.StartedAt).TotalSeconds, 1) : null) { Decimals = 1, Hidden = true },
            new("counts", text["Counts"], ExcelKind.Text, row => words.CountsOf(row, units)),
            new("problem", text["Problem"], ExcelKind.Text, words.ProblemOf),
        ])
    {
        Sort = "started",
        Descending = true,
        PageSize = 20,
        Fields = [ListField.Choice("state", text["Outcome"], (JobRunFilter f) => f.State, (f, value) => f with { State = value }, (JobRunState state) => text[state.ToString()])],
    };
}
