using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Members;

/// <summary>All members: search, filters, order and page are in the address.</summary>
public sealed partial class MembersPage
{
    private Choice<MemberStatus?>[] statuses = [];
    private Choice<bool?>[] balances = [];
    private Choice<string?>[] levels = [];
    private Choice<ProfileQuality?>[] qualities = [];
    private IReadOnlyList<TierLevel> ladder = [];
    private bool filtersOpen;

    [Inject] public required MemberListQueries Queries { get; init; }

    [Inject] public required TierQueries Tiers { get; init; }

    private bool MayEdit => Actor.May(Permission.MembersEdit);

    private IEnumerable<string> Figures
    {
        get
        {
            yield return Text[Shown!.IsCut ? "FoundMore" : "Found", Shown.Total];
            if (Shown.Available is { } available)
            {
                yield return Text["SumAvailable", Formats.Points(available, Units)];
            }
        }
    }

    protected override TableList<MemberRow, MemberFilter> Describe() => MembersTable.List(Text, Units.PointDecimals, ladder);

    protected override async Task OpenAsync()
    {
        ladder = await Tiers.LevelsAsync(Cancelled);
        levels = [new(Text["AnyTier"], null), .. ladder.Select(l => new Choice<string?>(l.Name, l.Key))];
        statuses = [new(Text["AllStatuses"], null), new(Text["StatusActive"], MemberStatus.Active), new(Text["StatusBlocked"], MemberStatus.Blocked)];
        qualities = [new(Text["AnyQuality"], null), .. Enum.GetValues<ProfileQuality>().Select(q => new Choice<ProfileQuality?>(Text[$"Quality{q}"], q))];
        balances = [new(Text["AnyBalance"], null), new(Text["WithBalance"], true), new(Text["WithoutBalance"], false)];
    }

    protected override Task<MemberList> ReadAsync(ListState<MemberFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, state.Filter, new MemberOrder(state.By<MemberSort>(), state.Descending), page, Cancelled);
}
