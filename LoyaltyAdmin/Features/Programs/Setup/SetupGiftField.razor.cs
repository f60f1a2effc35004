using LoyaltyAdmin.Domain.Programs.Setup;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>Points or a discount.</summary>
public sealed partial class SetupGiftField
{
    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public SetupGift Value { get; set; }

    [Parameter] public EventCallback<SetupGift> Changed { get; set; }

    private Task Choose(ChangeEventArgs e) => Enum.TryParse<SetupGift>(e.Value as string, out var gift) ? Changed.InvokeAsync(gift) : Task.CompletedTask;
}
