using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>The list of cards as a workbook: what the list shows by the same filters.</summary>
public sealed class CardsExport(
    CardListQueries queries, CardSeriesQueries series, ProgramTimelines timelines, BusinessClock clock, StreamedWorkbook workbook, IStringLocalizer<CardsText> text)
{
    public async Task WriteAsync(Actor actor, Stream stream, CardFilter filter, CancellationToken ct)
    {
        actor.Demand(Permission.MembersView);
        actor.Demand(Permission.ReportsExport);

        var zone = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow).Zone;
        var description = new ExcelDescription(text["Title"], actor.Name, clock.UtcNow, zone) { Filters = await DescribeAsync(filter, ct) };
        await workbook.WriteAsync(stream, description, text["Excel.Sheet"], Columns(), queries.StreamAsync(filter, ct), ct);
    }

    private ExcelColumn<CardListRow>[] Columns() =>
    [
        new(text["Number"], ExcelKind.Text, row => row.Number),
        new(text["Status"], ExcelKind.Text, row => text[$"Status{row.Status}"].Value),
        new(text["Kind"], ExcelKind.Text, row => text[row.IsVirtual ? "Virtual" : "Plastic"].Value),
        new(text["Series"], ExcelKind.Text, row => row.Series),
        new(text["MemberNumber"], ExcelKind.Whole, row => row.MemberId),
        new(text["Member"], ExcelKind.Text, row => row.Member),
        new(text["Issued"], ExcelKind.Instant, row => row.IssuedAt),
        new(text["ReplacedBy"], ExcelKind.Text, row => row.ReplacedBy),
    ];

    private async Task<List<ExcelFilter>> DescribeAsync(CardFilter filter, CancellationToken ct)
    {
        List<ExcelFilter> filters = [];
        Add("Number", filter.Search);
        Add("Status", filter.Status is { } status ? text[$"Status{status}"].Value : null);
        Add("Series", filter.SeriesId is { } id ? (await series.FindAsync(id, ct))?.Name : null);
        Add("Kind", filter.IsVirtual is { } isVirtual ? text[isVirtual ? "Virtual" : "Plastic"].Value : null);
        Add("Issued", filter.IsIssued is { } issued ? text[issued ? "OnlyIssued" : "OnlyFree"].Value : null);
        return filters;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                filters.Add(new ExcelFilter(text[name], value));
            }
        }
    }
}
