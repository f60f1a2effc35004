namespace LoyaltyAdmin.Features.Tiers;

/// <summary>A marketer edits the ladder in the draft, sees what each level brings and whom it moves, and publishes it.</summary>
public sealed partial class EditTiersPage
{
    protected override string Home => "/tiers";
}
