using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>Several names: Enter or a comma adds one, so a pasted list comes in at once.</summary>
public sealed partial class TagsBox
{
    private static readonly char[] Separators = [',', ';', '\n', '\t'];
    private string typed = "";

    /// <summary>As the checks name it.</summary>
    [Parameter, EditorRequired] public required string Place { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public IReadOnlyList<string> Names { get; set; } = [];

    [Parameter] public EventCallback<IReadOnlyList<string>> Changed { get; set; }

    [Parameter] public string? Help { get; set; }

    private Task KeyAsync(KeyboardEventArgs e) => e.Key is "Enter" or "," or ";" ? AddAsync() : Task.CompletedTask;

    private async Task AddAsync()
    {
        var added = typed.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Except(Names, StringComparer.OrdinalIgnoreCase).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        typed = "";
        if (added.Count > 0)
        {
            await Changed.InvokeAsync([.. Names, .. added]);
        }
    }

    private Task RemoveAsync(string name) => Changed.InvokeAsync([.. Names.Where(n => n != name)]);
}
