using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>The report, the suspicious members and the versions as workbooks.</summary>
public sealed class QuestionnairesExport(
    QualityQueries quality, SuspectQueries suspects, QuestionnaireQueries versions, ListWorkbook workbook, IStringLocalizer<QuestionnairesText> text)
{
    /// <summary>Writes the report that an address names.</summary>
    public async Task WriteQualityAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var by = asked["by"] == "cashier" ? QualityBy.Cashier : QualityBy.Store;
        var list = QualityTable.List(text, by);
        var state = list.Read(asked);
        var report = await quality.ReadAsync(actor, state.Filter with { By = by }, ct);
        var filter = state.Filter with { From = report.Period.From, To = report.Period.To.AddDays(-1) };
        var rows = QualityQueries.Sorted(report.Rows, state.By<QualitySort>(), state.Descending);
        await workbook.WriteAsync(actor, stream, (text["Quality.Title"], text["Quality.Sheet"]), list, filter, asked.Columns, rows.ToAsyncEnumerable(), ct);
    }

    /// <summary>Writes the suspicious members that an address names.</summary>
    public async Task WriteSuspectsAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var list = SuspectTable.List(text);
        var filter = list.Read(asked).Filter;
        var found = await suspects.ReadAsync(actor, filter, page: null, ct);
        await workbook.WriteAsync(
            actor, stream, (text["Suspects.Title"], text["Suspects.Sheet"]), list, filter with { From = found.From, To = found.To }, asked.Columns, found.Rows.ToAsyncEnumerable(), ct);
    }

    /// <summary>Writes the versions.</summary>
    public async Task WriteVersionsAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var rows = (await versions.VersionsAsync(actor, new PageRequest(0, PageRequest.MaximumTake), ct)).Rows;
        await workbook.WriteAsync(actor, stream, (text["Versions"], text["Versions"]), VersionsTable.List(text), new NoFilter(), asked.Columns, rows.ToAsyncEnumerable(), ct);
    }
}
