using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Members;

/// <summary>What a member bought.</summary>
public sealed partial class MemberReceipts
{
    [Inject] public required MemberHistoryQueries History { get; init; }

    [Parameter, EditorRequired] public long MemberId { get; set; }

    private IEnumerable<string> Figures =>
    [
        Text["CountReceipts", Shown!.Total],
        Text["SumPaid", Formats.Money(Shown.Paid / 100m, Units.Currency)],
        Text["SumSpent", Formats.Points(Shown.Spent, Units)],
        Text["SumEarned", Formats.Points(Shown.Earned, Units)],
    ];

    protected override TableList<MemberReceiptRow, MemberReceiptFilter> Describe() => MemberHistoryTables.Receipts(Text, Units, MemberId);

    protected override Task<MemberReceiptList> ReadAsync(ListState<MemberReceiptFilter> state, PageRequest page) =>
        History.ReceiptsAsync(MemberId, state.Filter, state.By<MemberReceiptSort>(), state.Descending, page, Cancelled);
}
