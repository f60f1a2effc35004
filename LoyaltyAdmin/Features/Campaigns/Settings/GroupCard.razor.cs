using LoyaltyAdmin.Domain.Campaigns;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Settings;

/// <summary>One stacking group with its mode and place.</summary>
public sealed partial class GroupCard
{
    [Parameter, EditorRequired] public required GroupDraft Draft { get; set; }

    /// <summary>All groups.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<GroupDraft> All { get; set; }

    [Parameter] public EventCallback Changed { get; set; }

    [Parameter] public EventCallback Removed { get; set; }

    private string Id(string field) => $"{Draft.Group.Key}-{field}";

    private Task Set(Func<StackingGroup, StackingGroup> change)
    {
        Draft.Group = change(Draft.Group);
        return Changed.InvokeAsync();
    }

    private Task Move(string? inside)
    {
        Draft.Inside = string.IsNullOrEmpty(inside) ? null : inside;
        return Changed.InvokeAsync();
    }
}
