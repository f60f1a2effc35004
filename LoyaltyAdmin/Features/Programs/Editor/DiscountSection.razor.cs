using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>What members pay less at once.</summary>
public sealed partial class DiscountSection
{
    private DiscountConditions D => Form.Conditions.Discount;
}
