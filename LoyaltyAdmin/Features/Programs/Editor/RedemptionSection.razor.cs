using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>How points pay.</summary>
public sealed partial class RedemptionSection
{
    private RedemptionConditions R => Form.Conditions.Redemption;
}
