using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Opens the file of an import by its plan.</summary>
internal sealed class ImportSource(ImportFolder folder, ProgramTimelines timelines)
{
    /// <summary>The file, its rows not yet read.</summary>
    /// <exception cref="UnreadableTableException">It is no table.</exception>
    public async Task<(TableReader Table, RowCells Cells)> OpenAsync(ImportRun run, RowErrors errors, CancellationToken ct)
    {
        var plan = ImportPlan.Read(run.Mapping).Value;
        var table = TableReader.Open(File.OpenRead(folder.SourceOf(run)), plan.Table);
        try
        {
            errors.SetHeader(table);
            return (table, new RowCells(table, plan.Match(run.Kind, table.Columns).Value, plan.DayOrder, await timelines.GetAsync(ct)));
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }
}
