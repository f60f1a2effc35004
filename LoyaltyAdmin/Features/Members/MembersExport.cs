using System.Globalization;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>The list of members as a workbook: what the list shows by the same filters, in the same order.</summary>
public sealed class MembersExport(
    MemberListQueries queries, ProgramTimelines timelines, BusinessClock clock, StreamedWorkbook workbook, IStringLocalizer<MembersText> text)
{
    public async Task WriteAsync(Actor actor, Stream stream, MemberFilter filter, MemberOrder order, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);

        var timeline = await timelines.GetAsync(ct);
        var description = new ExcelDescription(text["Title"], actor.Name, clock.UtcNow, timeline.CalendarAt(clock.UtcNow).Zone)
        {
            Filters = [.. Describe(filter)],
        };
        await workbook.WriteAsync(stream, description, text["Excel.Sheet"], Columns(timeline.Program.PointDecimals), queries.StreamAsync(filter, order, ct), ct);
    }

    private ExcelColumn<MemberRow>[] Columns(int decimals) =>
    [
        new("№", ExcelKind.Whole, row => row.Id),
        new(text["LastName"], ExcelKind.Text, row => row.LastName),
        new(text["FirstName"], ExcelKind.Text, row => row.FirstName),
        new(text["Phone"], ExcelKind.Text, row => row.Phone),
        new(text["Email"], ExcelKind.Text, row => row.Email),
        new(text["Card"], ExcelKind.Text, row => row.Card),
        new(text["ExternalId"], ExcelKind.Text, row => row.ExternalId),
        new(text["Status"], ExcelKind.Text, row => text[$"Status{row.Status}"].Value),
        new(text["Joined"], ExcelKind.Date, row => row.JoinedOn),
        new(text["Available"], ExcelKind.Points, row => row.Available.Value) { Decimals = decimals, Total = true },
        new(text["LastReceipt"], ExcelKind.Date, row => row.LastReceiptOn),
        new(text["Receipts"], ExcelKind.Whole, row => row.Receipts) { Total = true },
        new(text["Revenue"], ExcelKind.Money, row => row.NetRevenueMinor) { Total = true },
    ];

    private IEnumerable<ExcelFilter> Describe(MemberFilter filter)
    {
        if (filter.Search is { Length: > 0 } search)
        {
            yield return new ExcelFilter(text["Name"], search);
        }

        if (filter.Status is { } status)
        {
            yield return new ExcelFilter(text["Status"], text[status == MemberStatus.Active ? "StatusActive" : "StatusBlocked"]);
        }

        if (filter.HasBalance is { } has)
        {
            yield return new ExcelFilter(text["Balance"], text[has ? "WithBalance" : "WithoutBalance"]);
        }

        foreach (var (name, day) in new[] { ("JoinedFrom", filter.JoinedFrom), ("JoinedTo", filter.JoinedTo), ("NoPurchaseSince", filter.NoPurchaseSince) })
        {
            if (day is { } given)
            {
                yield return new ExcelFilter(text[name], given.ToString("d", CultureInfo.CurrentCulture));
            }
        }
    }
}
