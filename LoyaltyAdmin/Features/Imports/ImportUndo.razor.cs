using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What undoing an import would do, in numbers, or why it cannot be undone; and the button.</summary>
public sealed partial class ImportUndo
{
    private UndoPreview? preview;
    private bool busy;

    [Inject] public required UndoImport Undo { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> Authentication { get; set; }

    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter, EditorRequired] public required ImportRow Import { get; set; }

    /// <summary>Called when the undoing was asked for.</summary>
    [Parameter] public Func<Task>? Asked { get; set; }

    private string Question => string.Join(" ", Lines);

    private IEnumerable<string> Lines
    {
        get
        {
            foreach (var (key, number) in new[]
            {
                ("Sales", preview!.Sales), ("Returns", preview.Returns), ("Balances", preview.Balances), ("Members", preview.Members),
                ("MembersStay", preview.MembersStay), ("Restored", preview.Restored),
            })
            {
                if (number > 0)
                {
                    yield return Text[$"Undo.{key}", Formats.Number(number)];
                }
            }

            if (preview.Points > 0)
            {
                yield return Text["Undo.Points", Formats.Points(preview.Points, Units.PointDecimals)];
            }
        }
    }

    private async Task LookAsync()
    {
        busy = true;
        var result = await Undo.PreviewAsync((await Authentication).User.ToActor(), Import.Id, default);
        busy = false;
        if (!result.Accepted(out preview, out var rejection))
        {
            Refusals.Show(rejection);
        }
    }

    private async Task UndoAsync(string? reason)
    {
        if (await Undo.ExecuteAsync((await Authentication).User.ToActor(), Import.Id, reason ?? "", default) is { } rejection)
        {
            Refusals.Show(rejection);
            await LookAsync();
        }
        else if (Asked is not null)
        {
            await Asked();
        }
    }
}
