using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>A list of sales and returns as a workbook: what the list shows by the same filters, in the same order.</summary>
public sealed class ReceiptsExport(
    ReceiptListQueries queries,
    IDbContextFactory<LoyaltyDbContext> databases,
    ProgramTimelines timelines,
    BusinessClock clock,
    StreamedWorkbook workbook,
    IStringLocalizer<ReceiptsText> text)
{
    /// <summary>Writes the workbook.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see receipts or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ReceiptFilter wanted, ReceiptOrder order, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsView);
        actor.Demand(Permission.ReportsExport);

        var filter = await queries.WithPeriodAsync(wanted, ct);
        var timeline = await timelines.GetAsync(ct);
        var description = new ExcelDescription(text["Title"], actor.Name, clock.UtcNow, timeline.CalendarAt(clock.UtcNow).Zone)
        {
            Period = filter.From is null && filter.To is null ? null : $"{Day(filter.From)} – {Day(filter.To)}",
            Filters = await DescribeAsync(filter, ct),
        };
        await workbook.WriteAsync(stream, description, text["Excel.Sheet"], Columns(timeline.Program.PointDecimals), queries.StreamAsync(filter, order, ct), ct);
    }

    private ExcelColumn<ReceiptListRow>[] Columns(int decimals) =>
    [
        new(text["At"], ExcelKind.Instant, row => row.OccurredAt),
        new(text["Kind"], ExcelKind.Text, row => text[$"Kind{row.Kind}"].Value),
        new(text["Number"], ExcelKind.Text, row => row.Key),
        new(text["OfReceipt"], ExcelKind.Text, row => row.ReceiptKey),
        new(text["Excel.MemberNumber"], ExcelKind.Whole, row => row.MemberId),
        new(text["Member"], ExcelKind.Text, row => row.Member),
        new(text["Store"], ExcelKind.Text, row => row.Store),
        new(text["Register"], ExcelKind.Text, row => row.Register),
        new(text["Channel"], ExcelKind.Text, row => row.Channel),
        new(text["Gross"], ExcelKind.Money, row => row.Gross) { Total = true },
        new(text["Discount"], ExcelKind.Money, row => row.Discount) { Total = true },
        new(text["PaidByPoints"], ExcelKind.Money, row => row.Redeemed) { Total = true },
        new(text["Paid"], ExcelKind.Money, row => row.Paid) { Total = true },
        new(text["PointsSpent"], ExcelKind.Points, row => row.RedeemedPoints) { Decimals = decimals, Total = true },
        new(text["Accrued"], ExcelKind.Points, row => row.Accrued) { Decimals = decimals, Total = true },
    ];

    private async Task<List<ExcelFilter>> DescribeAsync(ReceiptFilter filter, CancellationToken ct)
    {
        List<ExcelFilter> filters = [];
        if (filter.Search is { } search)
        {
            filters.Add(new ExcelFilter(text["Number"], text["Excel.First", search, ReceiptListQueries.MostFound]));
        }

        if (filter.Kind is { } kind)
        {
            filters.Add(new ExcelFilter(text["Kind"], text[$"Kinds{kind}"]));
        }

        if (filter.Store is { } store)
        {
            filters.Add(new ExcelFilter(text["Store"], store));
        }

        if (filter.HasMember is { } has)
        {
            filters.Add(new ExcelFilter(text["Member"], text[has ? "WithMember" : "WithoutMember"]));
        }

        if (filter.MemberId is { } member)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var names = await MemberNames.OfAsync(db, [member], ct);
            filters.Add(new ExcelFilter(text["Member"], names.GetValueOrDefault(member, member.ToString(CultureInfo.InvariantCulture))));
        }

        return filters;
    }

    private static string Day(DateOnly? day) => day?.ToString("d", CultureInfo.CurrentCulture) ?? "…";
}
