using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>A setting that is a list of names: Enter or a comma adds one, so a pasted list comes in at once.</summary>
public sealed partial class ChipsField
{
    private static readonly char[] Separators = [',', ';', '\n', '\t'];
    private string typed = "";

    [Parameter] public IReadOnlyList<string> Names { get; set; } = [];

    [Parameter] public EventCallback<IReadOnlyList<string>> Changed { get; set; }

    private Task KeyAsync(KeyboardEventArgs e) => e.Key is "Enter" or "," or ";" ? AddAsync() : Task.CompletedTask;

    private async Task AddAsync()
    {
        var added = typed.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Except(Names, StringComparer.OrdinalIgnoreCase).ToList();
        typed = "";
        if (added.Count > 0)
        {
            await Changed.InvokeAsync([.. Names, .. added]);
        }
    }

    private Task RemoveAsync(string name) => Changed.InvokeAsync([.. Names.Where(n => n != name)]);
}
