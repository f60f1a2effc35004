using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>What it costs to join and what is asked.</summary>
public sealed partial class JoiningSection
{
    private JoiningConditions J => Form.Conditions.Joining;
}
