using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>On a member's page: who was merged into the member, or into whom the member went, and the way back.</summary>
public sealed partial class MergeNotes
{
    private IReadOnlyList<MergeRow> merges = [];
    private (long Member, int Changes)? read;
    private bool mayUndo;

    [Inject] public required DuplicateQueries Queries { get; init; }

    [Inject] public required UnmergeMembers Unmerge { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public long MemberId { get; set; }

    /// <summary>Rises when the member has changed.</summary>
    [Parameter] public int Changes { get; set; }

    /// <summary>Called when a merge was taken back.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (read != (MemberId, Changes))
        {
            read = (MemberId, Changes);
            mayUndo = (await ActorAsync()).May(Permission.MembersMerge);
            merges = await Queries.MergesOfAsync(MemberId, Cancelled);
        }
    }

    /// <summary>Says in numbers what goes back and what stays, asks why, and does it.</summary>
    private async Task UnmergeAsync(MergeRow row)
    {
        var actor = await ActorAsync();
        if (!(await Unmerge.PreviewAsync(actor, row.Id, Cancelled)).Accepted(out var preview, out var rejection))
        {
            Refusals.Show(rejection);
            return;
        }

        var question = Text["UnmergeQuestion", row.Source, Formats.Points(preview.Points, Units), preview.Receipts, preview.Cards].Value
            + (preview.ReceiptsSince > 0 ? " " + Text["UnmergeStays", preview.ReceiptsSince, row.Target] : "");
        if (await ConfirmDialog.AskAsync(Dialogs, Text["Unmerge"], question, askReason: true) is not { Reason: { } reason })
        {
            return;
        }

        if ((await Unmerge.ExecuteAsync(actor, row.Id, reason, Cancelled)).Rejection is { } refused)
        {
            Refusals.Show(refused);
            return;
        }

        Refusals.Done(Text["UnmergeDone"]);
        merges = await Queries.MergesOfAsync(MemberId, Cancelled);
        await Changed.InvokeAsync();
    }
}
