using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Members;

/// <summary>A member's lots in the order in which they are spent.</summary>
public sealed partial class MemberLots
{
    private Choice<LotState?>[] states = [];

    [Inject] public required MemberHistoryQueries History { get; init; }

    [Inject] public required LotWords Words { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Parameter, EditorRequired] public long MemberId { get; set; }

    private IEnumerable<string> Figures =>
    [
        Text["CountLots", Shown!.Total],
        Text["SumRemaining", Formats.Points(Shown.Remaining, Units)],
        .. Shown.Held > 0 ? [Text["SumHeld", Formats.Points(Shown.Held, Units)].Value] : Array.Empty<string>(),
    ];

    protected override TableList<LotRow, LotFilter> Describe() => MemberHistoryTables.LotsOf(Text, Words, Units, MemberId, Clock.UtcNow);

    protected override Task OpenAsync()
    {
        states = [new(Text["AllStates"], null), .. Enum.GetValues<LotState>().Select(state => new Choice<LotState?>(Text[$"Lot{state}"], state))];
        return Task.CompletedTask;
    }

    protected override Task<LotList> ReadAsync(ListState<LotFilter> state, PageRequest page) =>
        History.LotsAsync(MemberId, state.Filter, state.By<LotSort>(), state.Descending, page, Cancelled);

    private string BadgeOf(LotRow lot) => lot.StateAt(Clock.UtcNow) switch
    {
        LotState.Active => "good",
        LotState.Pending => "careful",
        LotState.Expired => "bad",
        _ => "",
    };
}
