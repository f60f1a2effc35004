using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>Who brought whom, and what became of it; the latest first.</summary>
public sealed partial class ReferralList
{
    private Choice<ReferralState?>[] states = [];
    private Choice<ReferralRefusal?>[] refusals = [];
    private bool mayTakeBack;

    [Inject] public required ReferralQueries Queries { get; init; }

    [Inject] public required TakeBackReferral TakeBack { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    /// <summary>Told when a reward was taken back.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private IEnumerable<string> Figures => [Text["ReferralsFound", Shown!.Total]];

    protected override TableList<ReferralRow, ReferralFilter> Describe() => ReferralsTable.List(Text, Units.PointDecimals);

    protected override Task OpenAsync()
    {
        mayTakeBack = Actor.May(Permission.PointsCorrect);
        states = [new(Text["AnyState"], null), .. Enum.GetValues<ReferralState>().Select(s => new Choice<ReferralState?>(Text[$"State.{s}"], s))];
        refusals = [new(Text["AnyRefusal"], null), .. Enum.GetValues<ReferralRefusal>().Select(r => new Choice<ReferralRefusal?>(Text[$"Refusal.{r}"], r))];
        return Task.CompletedTask;
    }

    protected override Task<Page<ReferralRow>> ReadAsync(ListState<ReferralFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, state.Filter, !state.Descending, page, Cancelled);

    private static string? StyleOf(ReferralState state) => state switch
    {
        ReferralState.Rewarded => "good",
        ReferralState.Waiting => "accent",
        ReferralState.Refused or ReferralState.TakenBack => "careful",
        _ => null,
    };

    private async Task TakeBackAsync(ReferralRow row, string? reason)
    {
        if (await TakeBack.ExecuteAsync(Actor, row.Id, reason ?? "", Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
            return;
        }

        Refusals.Done(Text["TakenBackDone"]);
        await ReloadAsync();
        await Changed.InvokeAsync();
    }
}
