using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>What points are called and how finely they are divided.</summary>
public sealed partial class UnitSection
{
    private PointsUnit U => Form.Conditions.Unit;
}
