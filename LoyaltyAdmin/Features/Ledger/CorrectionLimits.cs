namespace LoyaltyAdmin.Features.Ledger;

/// <summary>How far a person may correct points by hand (settings <c>Corrections:*</c>).</summary>
public sealed class CorrectionLimits
{
    /// <summary>The most points of one correction.</summary>
    public decimal PerCorrection { get; set; } = 5_000m;

    /// <summary>The most points that one person corrects on one day, up and down taken together.</summary>
    public decimal PerDay { get; set; } = 20_000m;
}
