using System.Globalization;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs.Editor;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Radzen;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>Says what a publication changes, and asks from when on and why.</summary>
public sealed partial class PublishDialog
{
    private bool later;
    private string at = "";
    private string note = "";
    private bool busy;
    private Rejection? rejection;

    [Inject] public required PublishDraft Publish { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required DraftRead Read { get; set; }

    [Parameter, EditorRequired] public required ProgramOverview Overview { get; set; }

    [Parameter, EditorRequired] public required DraftForm Form { get; set; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    /// <summary>The zone of the times that are entered.</summary>
    [Parameter, EditorRequired] public required DisplayUnits Units { get; set; }

    /// <summary>Opens the dialog; null when nothing was published.</summary>
    public static async Task<PublishDraft.Published?> AskAsync(
        DialogService dialogs, IStringLocalizer<ProgramsText> text, DraftRead read, ProgramOverview overview, DraftForm form, Actor actor, DisplayUnits units) =>
        await dialogs.OpenAsync<PublishDialog>(
            text["Publish.Title", read.Number],
            new Dictionary<string, object?>
            {
                [nameof(Read)] = read,
                [nameof(Overview)] = overview,
                [nameof(Form)] = form,
                [nameof(Actor)] = actor,
                [nameof(Units)] = units,
            }!,
            new DialogOptions { Width = "min(640px, 94vw)" }) as PublishDraft.Published;

    private async Task PublishAsync()
    {
        if (busy)
        {
            return;
        }

        DateTime? from = null;
        if (later)
        {
            if (!DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            {
                rejection = new Rejection("Programs.EffectiveMissing");
                return;
            }

            from = new ProgramCalendar(Units.Zone).ToUtc(local);
        }

        busy = true;
        try
        {
            var result = await Publish.ExecuteAsync(Actor, Read, from, note, CancellationToken.None);
            if (result.Accepted(out var published, out rejection))
            {
                Dialogs.Close(published);
            }
        }
        finally
        {
            busy = false;
        }
    }
}
