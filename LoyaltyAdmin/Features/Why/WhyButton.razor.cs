using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Why;

/// <summary>Asks "why?" about the figure beside it and shows the chain of reasons.</summary>
public sealed partial class WhyButton
{
    private bool busy;

    [Inject] public required DialogService Dialogs { get; init; }

    /// <summary>Finds the explanation; null where there is nothing to explain any more.</summary>
    [Parameter, EditorRequired] public required Func<Task<Explanation?>> Explain { get; set; }

    /// <summary>What it is about, for those who do not see what it stands beside.</summary>
    [Parameter] public string? About { get; set; }

    /// <summary>Whether the word stands beside the sign.</summary>
    [Parameter] public bool ShowWord { get; set; }

    private async Task OpenAsync()
    {
        busy = true;
        try
        {
            if (await Explain() is { } explanation)
            {
                await Dialogs.OpenAsync<WhyDialog>(
                    explanation.Title,
                    new Dictionary<string, object?> { [nameof(WhyDialog.Explanation)] = explanation },
                    new DialogOptions { Width = "min(620px, 94vw)", CloseDialogOnEsc = true, CloseDialogOnOverlayClick = true });
            }
        }
        finally
        {
            busy = false;
        }
    }
}
