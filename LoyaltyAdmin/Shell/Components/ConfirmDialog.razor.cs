using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>A "yes", with the reason where one was asked for.</summary>
public sealed record Confirmation(string? Reason);

/// <summary>Says what will happen and asks whether it shall, and why.</summary>
public sealed partial class ConfirmDialog
{
    private string? reason;
    private bool missing;

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter] public string? Question { get; set; }

    [Parameter] public bool AskReason { get; set; }

    [Parameter, EditorRequired] public required string Action { get; set; }

    [Parameter] public ButtonStyle Style { get; set; } = ButtonStyle.Primary;

    /// <summary>Opens the dialog; null when the person thought better of it.</summary>
    public static async Task<Confirmation?> AskAsync(
        DialogService dialogs, string action, string? question, bool askReason = false, ButtonStyle style = ButtonStyle.Primary) =>
        await dialogs.OpenAsync<ConfirmDialog>(
            action,
            new Dictionary<string, object?>
            {
                [nameof(Question)] = question,
                [nameof(AskReason)] = askReason,
                [nameof(Action)] = action,
                [nameof(Style)] = style,
            }!,
            new DialogOptions { Width = "min(480px, 92vw)" }) as Confirmation;

    private void Confirm()
    {
        missing = AskReason && string.IsNullOrWhiteSpace(reason);
        if (!missing)
        {
            Dialogs.Close(new Confirmation(reason?.Trim()));
        }
    }
}
