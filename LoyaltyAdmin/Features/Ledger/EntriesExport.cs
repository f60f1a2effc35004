using System.Globalization;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>Entries of the ledger as a workbook, with a total of each kind on its first sheet.</summary>
public sealed class EntriesExport(
    EntryQueries queries,
    MemberQueries members,
    EntryWords words,
    ProgramTimelines timelines,
    BusinessClock clock,
    StreamedWorkbook workbook,
    IStringLocalizer<LedgerText> text)
{
    /// <summary>Writes the workbook.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see members or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, EntryScope scope, CancellationToken ct)
    {
        actor.Demand(Permission.MembersView);
        actor.Demand(Permission.ReportsExport);

        var timeline = await timelines.GetAsync(ct);
        var decimals = timeline.Program.PointDecimals;
        var totals = new SortedDictionary<EntryKind, long>();
        var description = new ExcelDescription(text["Excel.Title"], actor.Name, clock.UtcNow, timeline.CalendarAt(clock.UtcNow).Zone)
        {
            Period = scope.From is null && scope.To is null ? null : $"{Day(scope.From)} – {Day(scope.To)}",
            Filters = scope.MemberId is { } id ? [new ExcelFilter(text["Member"], await NameAsync(actor, id, ct))] : [],
            Summary = new ExcelSummary(text["ByKind"], () => totals.Select(t => new ExcelFigure(NameOf(t.Key), ExcelKind.Points, t.Value, decimals))),
        };
        await workbook.WriteAsync(stream, description, text["Excel.Sheet"], Columns(decimals, totals), queries.StreamAsync(scope, ct), ct);
    }

    private ExcelColumn<EntryQueries.Row>[] Columns(int decimals, SortedDictionary<EntryKind, long> totals) =>
    [
        new("№", ExcelKind.Whole, row => row.Entry.Id),
        new(text["At"], ExcelKind.Instant, row => row.Entry.At),
        new(text["Day"], ExcelKind.Date, row => row.Entry.Day),
        new(text["Excel.MemberNumber"], ExcelKind.Whole, row => row.MemberId),
        new(text["Member"], ExcelKind.Text, row => row.Member),
        new(text["Kind"], ExcelKind.Text, row => NameOf(row.Entry.Kind)),
        new(text["Points"], ExcelKind.Points, row => Count(row.Entry, totals)) { Decimals = decimals, Total = true },
        new(text["Receipt"], ExcelKind.Text, row => row.ReceiptKey),
        new(text["Return"], ExcelKind.Text, row => row.ReturnKey),
        new(text["Author"], ExcelKind.Text, row => row.Entry.Author),
        new(text["Reason"], ExcelKind.Text, row => words.Said(row.Entry.Reason)),
        new(text["RecordedAt"], ExcelKind.Instant, row => row.Entry.RecordedAt),
    ];

    /// <summary>Points that come are above zero, points that go below. Each row is read once, so that its total is kept on the way.</summary>
    private static long Count(LedgerEntry entry, SortedDictionary<EntryKind, long> totals)
    {
        var points = entry.Kind.IsCredit() ? entry.Points.Value : -entry.Points.Value;
        totals[entry.Kind] = totals.GetValueOrDefault(entry.Kind) + points;
        return points;
    }

    private string NameOf(EntryKind kind) => kind switch
    {
        EntryKind.CorrectionUp => text["CorrectionUp"],
        EntryKind.CorrectionDown => text["CorrectionDown"],
        _ => words.Kind(kind),
    };

    private async Task<string> NameAsync(Actor actor, long member, CancellationToken ct) =>
        (await members.DetailsAsync(member, ct))?.For(actor).DisplayName ?? member.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("d", CultureInfo.CurrentCulture) ?? "…";
}
