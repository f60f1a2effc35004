using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>How long points live.</summary>
public sealed partial class ExpirySection
{
    private ExpiryConditions E => Form.Conditions.Expiry;
}
