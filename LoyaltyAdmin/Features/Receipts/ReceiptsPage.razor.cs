using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>All sales and returns: search, filters, order and page are in the address.</summary>
public sealed partial class ReceiptsPage
{
    private Choice<ReceiptKind?>[] kinds = [];
    private Choice<bool?>[] members = [];
    private IReadOnlyList<string> stores = [];
    private bool filtersOpen;

    [Inject] public required ReceiptListQueries Queries { get; init; }

    [Inject] public required MemberQueries Members { get; init; }

    /// <summary>The filter with the period that it means.</summary>
    private ReceiptFilter Meant => Shown?.Filter ?? Filter;

    private IEnumerable<string> Figures
    {
        get
        {
            var totals = Shown!.List.Totals;
            if (Meant.From is not null || Meant.To is not null)
            {
                yield return $"{(Meant.From is { } from ? Formats.Date(from) : "…")} – {(Meant.To is { } to ? Formats.Date(to) : "…")}";
            }

            if (Meant.Kind != ReceiptKind.Return)
            {
                yield return Text["SalesCount", totals.Sales];
                yield return Text["PaidSum", Formats.Money(totals.Paid / 100m, Units.Currency)];
            }

            if (Meant.Kind != ReceiptKind.Sale && totals.Returns > 0)
            {
                yield return Text["ReturnsCount", totals.Returns];
                yield return Text["RefundedSum", Formats.Money(totals.Refunded / 100m, Units.Currency)];
            }
        }
    }

    /// <summary>Why what was paid is not the revenue of a receipt; null where it is.</summary>
    private string? GiftCards(ReceiptListRow row) => row switch
    {
        { CardsSold: 0, ByGiftCard: 0 } => null,
        { CardsSold: 0 } => Text["PaidHintCard", Formats.Money(row.ByGiftCard / 100m, Units.Currency)].Value,
        _ => Text["PaidHintSold", Formats.Money(row.CardsSold / 100m, Units.Currency)].Value,
    };

    protected override TableList<ReceiptListRow, ReceiptFilter> Describe() =>
        ReceiptsTable.List(Text, Units.PointDecimals, id => Shown?.Member is { } name && Meant.MemberId == id ? name : $"№ {id}");

    protected override async Task OpenAsync()
    {
        kinds = [new(Text["KindsAll"], null), new(Text["KindsSale"], ReceiptKind.Sale), new(Text["KindsReturn"], ReceiptKind.Return)];
        members = [new(Text["AnyMember"], null), new(Text["WithMember"], true), new(Text["WithoutMember"], false)];
        stores = await Queries.StoresAsync(Cancelled);
    }

    protected override async Task<Read> ReadAsync(ListState<ReceiptFilter> state, PageRequest page)
    {
        var filter = await Queries.WithPeriodAsync(state.Filter, Cancelled);
        var name = filter.MemberId is { } id ? (await Members.DetailsAsync(id, Cancelled))?.For(Actor).DisplayName : null;
        return new Read(await Queries.ListAsync(filter, new ReceiptOrder(state.By<ReceiptSort>(), !state.Descending), page, Cancelled), filter, name);
    }

    /// <summary>What the page shows.</summary>
    /// <param name="List">The rows and what they add up to.</param>
    /// <param name="Filter">With the period that it means.</param>
    /// <param name="Member">Whose receipts, where it is one member's.</param>
    public sealed record Read(ReceiptList List, ReceiptFilter Filter, string? Member);
}
