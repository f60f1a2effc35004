using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Members;

/// <summary>A member's lots in the order in which they are spent.</summary>
public sealed partial class MemberLots
{
    private const int Size = 20;
    private Page<LotRow>? page;
    private int shown;

    [Inject] public required MemberHistoryQueries History { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Parameter, EditorRequired] public long MemberId { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync(0);

    /// <summary>The grid asks once when it is drawn, for what is there already.</summary>
    private Task LoadAsync(LoadDataArgs args) => (args.Skip ?? 0) == shown ? Task.CompletedTask : ReadAsync(args.Skip ?? 0);

    private async Task ReadAsync(int skip)
    {
        page = await History.LotsAsync(MemberId, new PageRequest(skip, Size), Cancelled);
        shown = skip;
    }

    private static string BadgeOf(LotState state) => state switch
    {
        LotState.Active => "good",
        LotState.Pending => "careful",
        LotState.Expired => "bad",
        _ => "",
    };

    private string StyleOf(LotRow lot) => BadgeOf(lot.StateAt(Clock.UtcNow));

    private string SourceOf(LotRow lot)
    {
        var rule = lot.RuleKey switch
        {
            "main" => Text["RuleMain", lot.RuleVersion].Value,
            "opening" => Text["RuleOpening"].Value,
            "correction" => Text["RuleCorrection"].Value,
            var other => other,
        };
        return lot.ReceiptKey is { } receipt ? $"{Text["Reason.Receipt", receipt]} · {rule}" : rule;
    }
}
