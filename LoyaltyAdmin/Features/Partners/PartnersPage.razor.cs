using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Whose customers earn and spend the program's points, with the month's figures.</summary>
public sealed partial class PartnersPage
{
    private Choice<PartnerState?>[] states = [];

    [Inject] public required PartnerQueries Queries { get; init; }

    [Inject] public required PartnerWords Words { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    private IEnumerable<string> Figures => [Text["Count", Shown!.Total]];

    protected override TableList<PartnerRow, PartnerFilter> Describe() => PartnersTable.List(Text, Words, Units);

    protected override Task OpenAsync()
    {
        states = [new(Text["AllStates"], null), .. Enum.GetValues<PartnerState>().Select(s => new Choice<PartnerState?>(Text[$"State.{s}"], s))];
        return Task.CompletedTask;
    }

    protected override async Task<Page<PartnerRow>> ReadAsync(ListState<PartnerFilter> state, PageRequest page)
    {
        var rows = await Queries.ListAsync(Actor, state.Filter, Cancelled);
        return new Page<PartnerRow>([.. PartnersTable.List(Text, Words, Units).Sorted(rows, state).Skip(page.Skip).Take(page.Take)], rows.Count);
    }

    private async Task AddAsync()
    {
        if (await PartnerDialog.OpenAsync(Dialogs, Text["Add"], Actor, partner: null) is { } id)
        {
            Navigation.NavigateTo($"/partners/{id}");
        }
    }
}
