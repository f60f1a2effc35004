namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What holds for all promotions of the program: how they stack, who approves them, who is kept out to measure them.</summary>
public sealed class PromotionSettings
{
    public const decimal UsualControl = 5m;

    /// <summary>One row.</summary>
    public int Id { get; init; } = 1;

    public StackingPolicy Policy { get; set; } = StackingPolicy.Usual;

    public ApprovalLimits Approval { get; set; } = new();

    /// <summary>Share of members who are kept out of all targeted campaigns: 0 to 50 (R10).</summary>
    public decimal ControlPercent { get; set; } = UsualControl;

    /// <summary>Counts its changes, so that of two at once one is told.</summary>
    public int Revision { get; set; }
}
