using LoyaltyAdmin.Domain.Campaigns;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>A node of the tree of conditions: a group with its parts as indented cards, or a condition with its settings.</summary>
public sealed partial class ConditionNode
{
    private bool picking;

    [Parameter, EditorRequired] public required ConditionDraft Node { get; set; }

    /// <summary>The group that it is in; null for the root.</summary>
    [Parameter] public ConditionDraft? Group { get; set; }

    /// <summary>Where it stands, as the checks name it.</summary>
    [Parameter, EditorRequired] public required string Place { get; set; }

    private bool IsRoot => Group is null;

    private string Inside => Node.Inside(Place);

    private int Depth => Place.Count(c => c == '.') + 1;

    private void Join(bool isAny)
    {
        Node.IsAny = isAny;
        Form.Touch();
    }

    private void Set(object settings)
    {
        Node.Settings = (Condition)settings;
        Form.Touch();
    }

    private void Add(string key)
    {
        Node.Parts.Add(ConditionDraft.Of(MechanicOffer.New(ConditionCatalog.All.Single(m => m.Key == key), Form.Today)));
        picking = false;
        Form.Touch();
    }

    private void AddGroup()
    {
        Node.Parts.Add(ConditionDraft.Group(isAny: !Node.IsAny));
        Form.Touch();
    }
}
