using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>The list of those who sign in.</summary>
public sealed partial class OperatorsPage
{
    private Choice<bool?>[] states = [];

    [Inject] public required OperatorQueries Queries { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    private IEnumerable<string> Figures => [Text["CountUsers", Shown!.Total]];

    protected override TableList<OperatorRow, OperatorFilter> Describe() => OperatorsTable.List(Text);

    protected override Task OpenAsync()
    {
        states = [new(Text["AllStates"], null), new(Text["Active"], false), new(Text["Disabled"], true)];
        return Task.CompletedTask;
    }

    protected override Task<Page<OperatorRow>> ReadAsync(ListState<OperatorFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, state.Filter, state.By<OperatorSort>(), state.Descending, page, Cancelled);

    private async Task AddAsync()
    {
        if (await Dialogs.OpenAsync<NewOperatorDialog>(Text["Add"], [], new DialogOptions { Width = "min(520px, 94vw)" }) is Guid id)
        {
            Navigation.NavigateTo($"/users/{id}");
        }
    }
}
