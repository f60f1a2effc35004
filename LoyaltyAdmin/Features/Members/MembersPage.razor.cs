using LoyaltyAdmin.Domain.Members;
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
    private bool filtersOpen;

    [Inject] public required MemberListQueries Queries { get; init; }

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

    protected override TableList<MemberRow, MemberFilter> Describe() => MembersTable.List(Text, Units.PointDecimals);

    protected override Task OpenAsync()
    {
        statuses = [new(Text["AllStatuses"], null), new(Text["StatusActive"], MemberStatus.Active), new(Text["StatusBlocked"], MemberStatus.Blocked)];
        balances = [new(Text["AnyBalance"], null), new(Text["WithBalance"], true), new(Text["WithoutBalance"], false)];
        return Task.CompletedTask;
    }

    protected override Task<MemberList> ReadAsync(ListState<MemberFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, state.Filter, new MemberOrder(state.By<MemberSort>(), state.Descending), page, Cancelled);
}
