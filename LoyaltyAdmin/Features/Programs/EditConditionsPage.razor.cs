namespace LoyaltyAdmin.Features.Programs;

/// <summary>A marketer edits the draft beside a live example, saves it and publishes it.</summary>
public sealed partial class EditConditionsPage
{
    protected override string Home => "/program/conditions";

    private string Title => Form is null ? Text["EditDraft.Begin"] : Text["Editor.Title", Number];
}
