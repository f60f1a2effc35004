namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>How many points one person has corrected on one day, up and down taken together: what the daily limit looks at.</summary>
public sealed class CorrectionAllowance
{
    public required string Author { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Smallest parts of a point.</summary>
    public long Points { get; set; }
}
