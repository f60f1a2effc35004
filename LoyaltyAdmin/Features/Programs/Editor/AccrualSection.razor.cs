using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>How a purchase earns points.</summary>
public sealed partial class AccrualSection
{
    private AccrualConditions A => Form.Conditions.Accrual;
}
