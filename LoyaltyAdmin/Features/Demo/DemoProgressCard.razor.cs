using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>How far the making of the demo shop is: counts, share and time left.</summary>
public sealed partial class DemoProgressCard
{
    /// <summary>The making has ended, well or not.</summary>
    [Parameter] public EventCallback Ended { get; set; }

    protected override Task OnStepAsync() => Board.Progress is null ? Ended.InvokeAsync() : Task.CompletedTask;

    private string Words(DemoProgress progress) => progress switch
    {
        { Planned: 0 } => Text["Making.Begins"],
        { TimeLeft: { } left } => Text["Making.Left", Formats.Number(progress.Receipts), Formats.Number(progress.Planned), Formats.Number((long)Math.Ceiling(left.TotalSeconds))],
        _ => Text["Making.Counts", Formats.Number(progress.Receipts), Formats.Number(progress.Planned)],
    };
}
