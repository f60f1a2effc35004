using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>A setting that is one of a few choices.</summary>
public sealed partial class ChoiceField<TChoice>
{
    [Parameter] public TChoice Value { get; set; }

    [Parameter] public EventCallback<TChoice> Changed { get; set; }

    private Task Choose(ChangeEventArgs e) =>
        Enum.TryParse<TChoice>(e.Value as string, out var choice) ? Changed.InvokeAsync(choice) : Task.CompletedTask;
}
