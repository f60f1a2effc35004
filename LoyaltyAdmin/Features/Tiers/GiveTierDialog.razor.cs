using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>Asks which level is given, until when and why.</summary>
public sealed partial class GiveTierDialog
{
    private Rejection? refused;
    private string level = "";
    private DateOnly? lastDay;
    private string reason = "";
    private bool busy;

    [Inject] public required GiveTier Gifts { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required long MemberId { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<TierLevel> Levels { get; set; }

    /// <summary>Opens the dialog; true when a level was given.</summary>
    public static async Task<bool> OpenAsync(DialogService dialogs, string title, Actor actor, long memberId, IReadOnlyList<TierLevel> levels) =>
        await dialogs.OpenAsync<GiveTierDialog>(
            title,
            new Dictionary<string, object?> { [nameof(Actor)] = actor, [nameof(MemberId)] = memberId, [nameof(Levels)] = levels }!,
            new DialogOptions { Width = "min(480px, 92vw)" }) is true;

    protected override void OnInitialized() => level = Levels[^1].Key;

    private string? Error(string field) => refused?.Field == field ? Refusals.TextOf(refused) : null;

    private async Task GiveAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            refused = await Gifts.ExecuteAsync(Actor, MemberId, level, lastDay, reason, CancellationToken.None);
            if (refused is null)
            {
                Dialogs.Close(true);
            }
        }
        finally
        {
            busy = false;
        }
    }
}
