using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>A page of cards as a table, on a phone as a list. Cards of members are blocked on the member's page, those of nobody here.</summary>
public sealed partial class CardRows
{
    [Inject] public required BlockCard Blocking { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required IReadOnlyList<CardListRow> Rows { get; set; }

    [Parameter] public bool MayBlock { get; set; }

    /// <summary>Something was changed: the rows are to be read anew.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private async Task SwitchAsync(CardListRow row, string? reason)
    {
        var wasBlocked = row.Status == CardStatus.Blocked;
        var rejection = wasBlocked
            ? await Blocking.UnblockAsync(await ActorAsync(), row.Id, reason ?? "", Cancelled)
            : await Blocking.BlockAsync(await ActorAsync(), row.Id, reason ?? "", Cancelled);
        if (rejection is not null)
        {
            Refusals.Show(rejection);
            return;
        }

        Refusals.Done(Text[wasBlocked ? "UnblockedDone" : "BlockedDone", CardNumber.Grouped(row.Number)]);
        await Changed.InvokeAsync();
    }
}
