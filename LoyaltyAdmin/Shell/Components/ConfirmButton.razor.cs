using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>
/// A button that is busy while its work goes on, so that a double click does nothing more; where a question is given it asks
/// first, and for a reason if wanted.
/// </summary>
public sealed partial class ConfirmButton
{
    private bool busy;

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required string Text { get; set; }

    [Parameter] public string? Icon { get; set; }

    [Parameter] public ButtonStyle Style { get; set; } = ButtonStyle.Primary;

    [Parameter] public Variant Variant { get; set; } = Variant.Filled;

    [Parameter] public ButtonSize Size { get; set; } = ButtonSize.Medium;

    [Parameter] public bool Disabled { get; set; }

    /// <summary>What will happen, in numbers; null to go on without asking.</summary>
    [Parameter] public string? Question { get; set; }

    /// <summary>Whether a reason must be given.</summary>
    [Parameter] public bool AskReason { get; set; }

    /// <summary>Does the work; gets the reason, or null where none is asked.</summary>
    [Parameter, EditorRequired] public required Func<string?, Task> Work { get; set; }

    private async Task ClickAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            var answer = Question is null && !AskReason
                ? new Confirmation(null)
                : await ConfirmDialog.AskAsync(Dialogs, Text, Question, AskReason, Style);
            if (answer is not null)
            {
                await Work(answer.Reason);
            }
        }
        finally
        {
            busy = false;
        }
    }
}
