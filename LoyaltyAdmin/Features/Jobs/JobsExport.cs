using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>The jobs, or the runs of one, as a workbook.</summary>
public sealed class JobsExport(JobQueries queries, JobWords words, ListWorkbook workbook, IStringLocalizer<JobsText> text)
{
    /// <summary>Writes the workbook of the list of jobs.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not manage jobs or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);

        var list = JobsTable.Jobs(text, words, await workbook.UnitsAsync(ct));
        var state = list.Read(asked);
        var rows = ListRows.OfAsync(list.Sorted(await queries.ListAsync(actor, ct), state));
        await workbook.WriteAsync(actor, stream, (text["Title"], text["Title"]), list, state.Filter, asked.Columns, rows, ct);
    }

    /// <summary>Writes the workbook of the runs of a job that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not manage jobs or may not export.</exception>
    public async Task WriteRunsAsync(Actor actor, Stream stream, string job, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);

        var list = JobsTable.Runs(text, words, await workbook.UnitsAsync(ct), job);
        var state = list.Read(asked);
        var rows = ListRows.ByPagesAsync(async page => (await queries.RunsAsync(actor, job, state.Filter, state.Descending, page, ct)).Rows, ct);
        await workbook.WriteAsync(actor, stream, (text[$"Job.{job}"], text["Runs"]), list, state.Filter, asked.Columns, rows, ct);
    }
}
