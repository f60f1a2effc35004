using LoyaltyAdmin.Domain.Values;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>A field of one setting: its words are keyed by the setting's path.</summary>
public abstract class SettingField : EditorPart
{
    /// <summary>Dotted path of the setting, such as <c>Accrual.Percent</c>.</summary>
    [Parameter, EditorRequired] public required string Setting { get; set; }

    /// <summary>Path of the setting's words, where many settings share them: those of levels.</summary>
    [Parameter] public string? Words { get; set; }

    /// <summary>Id of the input.</summary>
    protected string Id => IdOf(Setting);

    protected string Label => Text["Setting." + (Words ?? Setting)];

    protected string? Help => Text["Help." + (Words ?? Setting)] is { ResourceNotFound: false } help ? help.Value : null;

    protected string? HelpId => Help is null ? null : Id + "-help";

    protected IEnumerable<Rejection> Errors => Form.ErrorsOf(Setting);

    protected string? Invalid => Errors.Any() ? "true" : null;

    /// <summary>Id of the input of a setting, to lead to it.</summary>
    public static string IdOf(string setting) => "f-" + setting.Replace('.', '-');
}
