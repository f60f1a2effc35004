using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Members;

/// <summary>A member's cards: given, shown, replaced, blocked and given back.</summary>
public sealed partial class MemberCards
{
    private string? number;
    private string? error;
    private bool isVirtual;
    private bool busy;

    [Inject] public required AddCard Add { get; init; }

    [Inject] public required BlockCard Block { get; init; }

    [Inject] public required IssueVirtualCard Issue { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required MemberDetails Member { get; set; }

    [Parameter] public bool MayEdit { get; set; }

    /// <summary>Something was changed: the member is to be read anew.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private IEnumerable<string> Figures =>
    [
        Text["CountCards", Shown!.Total],
        .. Member.Cards.GroupBy(card => card.Status).OrderBy(g => g.Key).Select(g => $"{Text[$"Card{g.Key}"]}: {Formats.Number(g.Count())}"),
    ];

    private bool HasVirtual => Member.Cards.Any(card => card is { IsVirtual: true, Status: CardStatus.Active });

    protected override TableList<CardRow, NoFilter> Describe() => MemberHistoryTables.Cards(Text, Member.Id);

    protected override Task<Page<CardRow>> ReadAsync(ListState<NoFilter> state, PageRequest page) => Task.FromResult(
        new Page<CardRow>([.. MemberHistoryTables.Cards(Text, Member.Id).Sorted(Member.Cards, state).Skip(page.Skip).Take(page.Take)], Member.Cards.Count));

    private async Task AddAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            if (!(await Add.ExecuteAsync(await ActorAsync(), Member.Id, number ?? "", isVirtual, Cancelled)).Accepted(out var kept, out var rejection))
            {
                error = Refusals.TextOf(rejection);
                return;
            }

            (number, error, isVirtual) = (null, null, false);
            Refusals.Done(Text["CardAdded", kept]);
            await Changed.InvokeAsync();
        }
        finally
        {
            busy = false;
        }
    }

    private async Task SwitchAsync(CardRow card, string? reason)
    {
        var wasActive = card.Status == CardStatus.Active;
        var rejection = wasActive
            ? await Block.BlockAsync(await ActorAsync(), card.Id, reason ?? "", Cancelled)
            : await Block.UnblockAsync(await ActorAsync(), card.Id, reason ?? "", Cancelled);
        if (rejection is not null)
        {
            Refusals.Show(rejection);
            return;
        }

        Refusals.Done(Text[wasActive ? "CardBlockedDone" : "CardUnblockedDone"]);
        await Changed.InvokeAsync();
    }

    private async Task ReplaceAsync(CardRow card)
    {
        if (await ReplaceCardDialog.OpenAsync(Dialogs, Text["ReplaceCardTitle", CardNumber.Grouped(card.Number)], await ActorAsync(), card) is { } kept)
        {
            Refusals.Done(Text["CardReplacedDone", kept, card.Number]);
            await Changed.InvokeAsync();
        }
    }

    private async Task IssueAsync()
    {
        if (!(await Issue.ExecuteAsync(await ActorAsync(), Member.Id, Cancelled)).Accepted(out var kept, out var rejection))
        {
            Refusals.Show(rejection);
            return;
        }

        Refusals.Done(Text["VirtualIssued", CardNumber.Grouped(kept)]);
        await Changed.InvokeAsync();
    }
}
