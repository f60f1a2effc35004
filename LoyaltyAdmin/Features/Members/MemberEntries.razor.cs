using LoyaltyAdmin.Features.Why;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Members;

/// <summary>How a member's points moved, and which lots each movement touched.</summary>
public sealed partial class MemberEntries
{
    private const int Size = 20;
    private Page<EntryRow>? page;
    private int shown;
    private bool mayExport;

    [Inject] public required MemberHistoryQueries History { get; init; }

    [Inject] public required EntryWords Words { get; init; }

    [Inject] public required ExplainEntry Explain { get; init; }

    [Parameter, EditorRequired] public long MemberId { get; set; }

    protected override async Task OnInitializedAsync()
    {
        mayExport = (await ActorAsync()).May(Permission.ReportsExport);
        await ReadAsync(0);
    }

    private async Task<Explanation?> ExplainAsync(EntryRow entry) => await Explain.ExecuteAsync(await ActorAsync(), MemberId, entry.Id, Cancelled);

    /// <summary>The grid asks once when it is drawn, for what is there already.</summary>
    private Task LoadAsync(LoadDataArgs args) => (args.Skip ?? 0) == shown ? Task.CompletedTask : ReadAsync(args.Skip ?? 0);

    private async Task ReadAsync(int skip)
    {
        page = await History.EntriesAsync(MemberId, new PageRequest(skip, Size), Cancelled);
        shown = skip;
    }
}
