using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>The lists of one member as workbooks: movements, lots, purchases and cards.</summary>
public sealed class MemberHistoryExport(
    MemberHistoryQueries history, MemberQueries members, EntryWords entryWords, LotWords lotWords, BusinessClock clock, ListWorkbook workbook, IStringLocalizer<MembersText> text)
{
    /// <summary>The movements of the member's points that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see members or may not export; so with the others.</exception>
    public async Task WriteEntriesAsync(Actor actor, Stream stream, long member, ListParameters asked, CancellationToken ct)
    {
        var list = MemberHistoryTables.Entries(text, entryWords, people: null, await workbook.UnitsAsync(ct), member);
        var state = list.Read(asked);
        await WriteAsync(actor, stream, member, "TabEntries", list, state.Filter, asked, ListRows.ByPagesAsync(
            async page => (await history.EntriesAsync(member, state.Filter, state.Descending, page, ct)).Rows, ct), ct);
    }

    /// <summary>The member's lots.</summary>
    public async Task WriteLotsAsync(Actor actor, Stream stream, long member, ListParameters asked, CancellationToken ct)
    {
        var list = MemberHistoryTables.LotsOf(text, lotWords, await workbook.UnitsAsync(ct), member, clock.UtcNow);
        var state = list.Read(asked);
        await WriteAsync(actor, stream, member, "TabLots", list, state.Filter, asked, ListRows.ByPagesAsync(
            async page => (await history.LotsAsync(member, state.Filter, state.By<LotSort>(), state.Descending, page, ct)).Rows, ct), ct);
    }

    /// <summary>What the member bought.</summary>
    public async Task WriteReceiptsAsync(Actor actor, Stream stream, long member, ListParameters asked, CancellationToken ct)
    {
        var list = MemberHistoryTables.Receipts(text, await workbook.UnitsAsync(ct), member);
        var state = list.Read(asked);
        await WriteAsync(actor, stream, member, "TabReceipts", list, state.Filter, asked, ListRows.ByPagesAsync(
            async page => (await history.ReceiptsAsync(member, state.Filter, state.By<MemberReceiptSort>(), state.Descending, page, ct)).Rows, ct), ct);
    }

    /// <summary>The member's cards.</summary>
    public async Task WriteCardsAsync(Actor actor, Stream stream, long member, ListParameters asked, CancellationToken ct)
    {
        var list = MemberHistoryTables.Cards(text, member);
        var state = list.Read(asked);
        var cards = (await members.DetailsAsync(member, ct))?.Cards ?? [];
        await WriteAsync(actor, stream, member, "TabCards", list, state.Filter, asked, ListRows.OfAsync(list.Sorted(cards, state)), ct);
    }

    private async Task WriteAsync<TRow, TFilter>(
        Actor actor, Stream stream, long member, string tab, TableList<TRow, TFilter> list, TFilter filter, ListParameters asked, IAsyncEnumerable<TRow> rows, CancellationToken ct)
        where TFilter : notnull, new()
    {
        actor.Demand(Permission.MembersView);

        var name = (await members.DetailsAsync(member, ct))?.DisplayName ?? text["MemberNumber", member].Value;
        await workbook.WriteAsync(actor, stream, ($"{name}: {text[tab]}", text[tab]), list, filter, asked.Columns, rows, ct);
    }
}
