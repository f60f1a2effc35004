namespace LoyaltyAdmin.Features.Joining;

/// <summary>A marketer edits how people join in the draft and publishes it.</summary>
public sealed partial class EditJoiningPage
{
    protected override string Home => "/joining";
}
