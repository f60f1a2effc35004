using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>The queue of members who look like one: state, filters and page are in the address.</summary>
public sealed partial class DuplicatesPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private DuplicatesAddress address = new();
    private Page<PairRow>? page;
    private TableView<PairRow>? table;
    private Choice<PairStrength?>[] strengths = [];
    private Choice<MatchReasons?>[] reasons = [];

    [Inject] public required DuplicateQueries Queries { get; init; }

    [Inject] public required FindDuplicates Find { get; init; }

    [Inject] public required TableViews Views { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] public string? State { get; set; }

    [SupplyParameterFromQuery] public string? Strength { get; set; }

    [SupplyParameterFromQuery] public string? Reason { get; set; }

    [SupplyParameterFromQuery(Name = "page")] public int? PageNumber { get; set; }

    /// <summary>What is filtered by, in words, each with the list without it.</summary>
    private List<FilterChip> Chips => [.. DescribeFilters()];

    protected override async Task OnInitializedAsync()
    {
        strengths = [new(Text["Strength.Any"], null), .. Enum.GetValues<PairStrength>().Select(s => new Choice<PairStrength?>(Text[$"Strength.{s}"], s))];
        reasons = [new(Text["Reason.Any"], null), .. DuplicatesTable.Signs.Select(s => new Choice<MatchReasons?>(Text[$"Reason.{s}"], s))];
        actor = await ActorAsync();
        table = await Views.OpenAsync(actor, DuplicatesTable.Remembered, DuplicatesTable.Columns(Text, Units.PointDecimals), Cancelled);
    }

    protected override async Task OnParametersSetAsync()
    {
        var wanted = DuplicatesAddress.Of(State, Strength, Reason, PageNumber);
        if (page is null || wanted != address)
        {
            address = wanted;
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var wanted = address;
        var read = await Queries.ListAsync(wanted.Filter, new PageRequest((wanted.Page - 1) * DuplicatesAddress.PageSize, DuplicatesAddress.PageSize), Cancelled);
        if (wanted == address)
        {
            page = read;
        }
    }

    private async Task FindAsync(string? reason)
    {
        var found = await Find.ExecuteAsync(actor, progress: null, Cancelled);
        Refusals.Done(found == 0 ? Text["FoundNone"] : Text["FoundNew", found]);
        await ReadAsync();
    }

    private void Go(PairFilter filter) => Navigation.NavigateTo(new DuplicatesAddress { Filter = filter }.ToList());

    private IEnumerable<FilterChip> DescribeFilters()
    {
        var filter = address.Filter;
        if (filter.Strength is { } strength)
        {
            yield return new FilterChip(Text[$"Strength.{strength}"], new DuplicatesAddress { Filter = filter with { Strength = null } }.ToList());
        }

        if (filter.Reason is { } reason)
        {
            yield return new FilterChip(Text[$"Reason.{reason}"], new DuplicatesAddress { Filter = filter with { Reason = null } }.ToList());
        }
    }

    private sealed record Choice<T>(string Text, T Value);
}
