using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>What can be done with a part of a group of conditions.</summary>
public sealed partial class ConditionTools
{
    [Parameter, EditorRequired] public required ConditionDraft Node { get; set; }

    [Parameter, EditorRequired] public required ConditionDraft Group { get; set; }

    /// <summary>Where the part stands, as the checks name it.</summary>
    [Parameter, EditorRequired] public required string Place { get; set; }

    private void Negate()
    {
        Node.IsNegated = !Node.IsNegated;
        Form.Touch();
    }

    private void Move(int by)
    {
        Group.Move(Node, by);
        Form.Touch();
    }

    private void Remove()
    {
        Group.Parts.Remove(Node);
        Form.Touch();
    }
}
