using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>A part of the editor: it reads and changes the form above it.</summary>
public abstract class EditorPart : ComponentBase
{
    [CascadingParameter] public required DraftForm Form { get; set; }

    [Inject] public required IStringLocalizer<ProgramsText> Text { get; init; }

    /// <summary>The sign of the money being edited.</summary>
    protected string Currency => Formats.Symbol(Form.Conditions.Currency);

    /// <summary>What many points are called in the language of the person.</summary>
    protected string PointsWord => Formats.Word(5, System.Globalization.CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "ru"
        ? Form.Conditions.Unit.Russian
        : Form.Conditions.Unit.English);
}
