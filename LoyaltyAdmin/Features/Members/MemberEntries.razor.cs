using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Features.Why;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Members;

/// <summary>How a member's points moved, and which lots each movement touched.</summary>
public sealed partial class MemberEntries
{
    private Choice<EntryKind?>[] kinds = [];

    [Inject] public required MemberHistoryQueries History { get; init; }

    [Inject] public required EntryWords Words { get; init; }

    [Inject] public required ExplainEntry Explain { get; init; }

    [Parameter, EditorRequired] public long MemberId { get; set; }

    private IEnumerable<string> Figures =>
    [
        Text["CountEntries", Shown!.Total],
        Text["SumCredited", Formats.Points(Shown.Credited, Units)],
        Text["SumDebited", Formats.Points(Shown.Debited, Units)],
    ];

    protected override TableList<EntryRow, EntryFilter> Describe() => MemberHistoryTables.Entries(Text, Words, People, Units, MemberId);

    protected override Task OpenAsync()
    {
        kinds = [new(Text["AllMovements"], null), .. Enum.GetValues<EntryKind>().Select(kind => new Choice<EntryKind?>(Words.Kind(kind), kind))];
        return Task.CompletedTask;
    }

    protected override Task<EntryList> ReadAsync(ListState<EntryFilter> state, PageRequest page) =>
        History.EntriesAsync(MemberId, state.Filter, state.Descending, page, Cancelled);

    private async Task<Explanation?> ExplainAsync(EntryRow entry) => await Explain.ExecuteAsync(await ActorAsync(), MemberId, entry.Id, Cancelled);
}
