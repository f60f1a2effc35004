using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>All cards and their series: tab, search, filters and page are in the address.</summary>
public sealed partial class CardsPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private Actor actor = new("", new HashSet<Permission>());
    private CardsAddress address = new();
    private Page<CardListRow>? page;
    private Choice<CardStatus?>[] statuses = [];
    private Choice<long?>[] series = [];
    private Choice<bool?>[] kinds = [];
    private Choice<bool?>[] issues = [];
    private string typed = "";
    private bool typing;

    [Inject] public required CardListQueries Queries { get; init; }

    [Inject] public required CardSeriesQueries Series { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] public string? Tab { get; set; }

    [SupplyParameterFromQuery] public string? Search { get; set; }

    [SupplyParameterFromQuery] public string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "series")] public long? SeriesId { get; set; }

    [SupplyParameterFromQuery] public string? Kind { get; set; }

    [SupplyParameterFromQuery] public string? Issued { get; set; }

    [SupplyParameterFromQuery(Name = "page")] public int? PageNumber { get; set; }

    private bool OnSeries => Tab == "series";

    /// <summary>What is filtered by, in words, each with the list without it.</summary>
    private List<FilterChip> Chips => [.. DescribeFilters()];

    protected override async Task OnInitializedAsync()
    {
        statuses = [new(Text["AllStatuses"], null), .. Enum.GetValues<CardStatus>().Select(s => new Choice<CardStatus?>(Text[$"Status{s}"], s))];
        kinds = [new(Text["AllKinds"], null), new(Text["Plastic"], false), new(Text["Virtual"], true)];
        issues = [new(Text["IssuedOrNot"], null), new(Text["OnlyIssued"], true), new(Text["OnlyFree"], false)];
        actor = await ActorAsync();
        series = [new(Text["AllSeries"], null), .. (await Series.NamesAsync(Cancelled)).Select(s => new Choice<long?>(s.Name, s.Id))];
    }

    protected override async Task OnParametersSetAsync()
    {
        var wanted = CardsAddress.Of(Search, Status, SeriesId, Kind, Issued, PageNumber);
        if (OnSeries || (page is not null && wanted == address))
        {
            return;
        }

        address = wanted;
        typed = typing ? typed : wanted.Filter.Search ?? "";
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var wanted = address;
        var read = await Queries.ListAsync(wanted.Filter, new PageRequest((wanted.Page - 1) * CardsAddress.PageSize, CardsAddress.PageSize), Cancelled);
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
            var search = string.IsNullOrWhiteSpace(mine) ? null : mine.Trim();
            Navigation.NavigateTo(new CardsAddress { Filter = address.Filter with { Search = search } }.ToList(), replace: true);
        }
    }

    private void Go(CardFilter filter) => Navigation.NavigateTo(new CardsAddress { Filter = filter }.ToList());

    private IEnumerable<FilterChip> DescribeFilters()
    {
        var filter = address.Filter;
        (string? Words, CardFilter Without)[] all =
        [
            (filter.Search is { } search ? Text["ChipSearch", search].Value : null, filter with { Search = null }),
            (filter.Status is { } status ? Text[$"Status{status}"].Value : null, filter with { Status = null }),
            (filter.SeriesId is { } id ? Text["ChipSeries", series.FirstOrDefault(s => s.Value == id)?.Text ?? "?"].Value : null, filter with { SeriesId = null }),
            (filter.IsVirtual is { } isVirtual ? Text[isVirtual ? "Virtual" : "Plastic"].Value : null, filter with { IsVirtual = null }),
            (filter.IsIssued is { } issued ? Text[issued ? "OnlyIssued" : "OnlyFree"].Value : null, filter with { IsIssued = null }),
        ];
        return all.Where(chip => chip.Words is not null).Select(chip => new FilterChip(chip.Words!, new CardsAddress { Filter = chip.Without }.ToList()));
    }

    private sealed record Choice<T>(string Text, T Value);
}
