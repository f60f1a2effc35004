using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>
/// Takes a file. It cannot be used until the browser listens to it: a file that is chosen in the moment before would be lost
/// without a word.
/// </summary>
public sealed partial class FileInput
{
    private bool listening;

    [Parameter, EditorRequired] public required string Id { get; set; }

    /// <summary>Endings of the names that are taken, with commas between.</summary>
    [Parameter, EditorRequired] public required string Accept { get; set; }

    /// <summary>Id of what tells why a file was not taken.</summary>
    [Parameter] public string? DescribedBy { get; set; }

    [Parameter] public EventCallback<InputFileChangeEventArgs> OnChange { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            // The framework's own input is told to listen after this, and before what comes after a yield.
            await Task.Yield();
            listening = true;
            StateHasChanged();
        }
    }
}
