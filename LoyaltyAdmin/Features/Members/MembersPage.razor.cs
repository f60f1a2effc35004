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
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private MembersAddress address = new();
    private Page<MemberRow>? page;
    private TableView<MemberRow>? table;
    private Choice<MemberStatus?>[] statuses = [];
    private Choice<bool?>[] balances = [];
    private bool mayEdit;
    private bool mayExport;
    private bool filtersOpen;
    private bool typing;
    private string typed = "";

    [Inject] public required MemberListQueries Queries { get; init; }

    [Inject] public required TableViews Views { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] public string? Search { get; set; }

    [SupplyParameterFromQuery] public string? Status { get; set; }

    [SupplyParameterFromQuery] public string? JoinedFrom { get; set; }

    [SupplyParameterFromQuery] public string? JoinedTo { get; set; }

    [SupplyParameterFromQuery] public string? Balance { get; set; }

    [SupplyParameterFromQuery] public string? NoPurchaseSince { get; set; }

    [SupplyParameterFromQuery] public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "page")] public int? PageNumber { get; set; }

    /// <summary>What is filtered by, in words, each with the list without it.</summary>
    private List<FilterChip> Chips => [.. DescribeFilters()];

    protected override async Task OnInitializedAsync()
    {
        statuses = [new(Text["AllStatuses"], null), new(Text["StatusActive"], MemberStatus.Active), new(Text["StatusBlocked"], MemberStatus.Blocked)];
        balances = [new(Text["AnyBalance"], null), new(Text["WithBalance"], true), new(Text["WithoutBalance"], false)];
        var actor = await ActorAsync();
        (mayEdit, mayExport) = (actor.May(Permission.MembersEdit), actor.May(Permission.ReportsExport));
        table = await Views.OpenAsync(actor, MembersTable.Remembered, MembersTable.Columns(Text, Units.PointDecimals), Cancelled);
    }

    protected override async Task OnParametersSetAsync()
    {
        var wanted = MembersAddress.Of(Search, Status, JoinedFrom, JoinedTo, Balance, NoPurchaseSince, Sort, PageNumber);
        if (page is not null && wanted == address)
        {
            return;
        }

        address = wanted;
        typed = typing ? typed : wanted.Filter.Search ?? "";
        var read = await Queries.ListAsync(await ActorAsync(), wanted.Filter, wanted.Order, new PageRequest((wanted.Page - 1) * MembersAddress.PageSize, MembersAddress.PageSize), Cancelled);
        if (wanted == address)
        {
            page = read;
        }
    }

    private async Task TypeAsync(ChangeEventArgs args)
    {
        var mine = (string?)args.Value ?? "";
        (typed, typing) = (mine, true);
        await Task.Delay(Pause, Cancelled);
        if (mine == typed)
        {
            typing = false;
            Navigation.NavigateTo((address with { Filter = address.Filter with { Search = string.IsNullOrWhiteSpace(mine) ? null : mine.Trim() }, Page = 1 }).ToList(), replace: true);
        }
    }

    private void Go(MemberFilter filter) => Navigation.NavigateTo((address with { Filter = filter, Page = 1 }).ToList());

    private string Sorted(string by, bool descending) =>
        (address with { Order = new MemberOrder(Enum.Parse<MemberSort>(by), descending), Page = 1 }).ToList();

    private IEnumerable<FilterChip> DescribeFilters()
    {
        var filter = address.Filter;
        (string? Words, MemberFilter Without)[] all =
        [
            (filter.Search is { } search ? Text["ChipSearch", search].Value : null, filter with { Search = null }),
            (filter.Status is { } status ? Text[$"Status{status}"].Value : null, filter with { Status = null }),
            (filter.HasBalance is { } has ? Text[has ? "WithBalance" : "WithoutBalance"].Value : null, filter with { HasBalance = null }),
            (filter.JoinedFrom is { } from ? Text["ChipJoinedFrom", from].Value : null, filter with { JoinedFrom = null }),
            (filter.JoinedTo is { } to ? Text["ChipJoinedTo", to].Value : null, filter with { JoinedTo = null }),
            (filter.NoPurchaseSince is { } since ? Text["ChipNoPurchaseSince", since].Value : null, filter with { NoPurchaseSince = null }),
        ];
        return all.Where(chip => chip.Words is not null).Select(chip => new FilterChip(chip.Words!, (address with { Filter = chip.Without, Page = 1 }).ToList()));
    }

    private sealed record Choice<T>(string Text, T Value);
}
