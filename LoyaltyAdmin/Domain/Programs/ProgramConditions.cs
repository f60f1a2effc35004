namespace LoyaltyAdmin.Domain.Programs;

/// <summary>All that one version of a program promises: the main scheme, in the words of R1-R6.</summary>
public sealed record ProgramConditions
{
    public AccrualConditions Accrual { get; init; } = new();

    public DiscountConditions Discount { get; init; } = new();

    public ActivationConditions Activation { get; init; } = new();

    public RedemptionConditions Redemption { get; init; } = new();

    public ExpiryConditions Expiry { get; init; } = new();

    public ReturnConditions Returns { get; init; } = new();

    public TierConditions Tiers { get; init; } = new();

    public JoiningConditions Joining { get; init; } = new();

    public ReferralConditions Referral { get; init; } = new();

    public PointsUnit Unit { get; init; } = new();

    /// <summary>IANA name of the zone in which the program's days begin and end.</summary>
    public string TimeZone { get; init; } = "Europe/Moscow";

    /// <summary>ISO 4217 code of the one currency of the program.</summary>
    public string Currency { get; init; } = "RUB";
}
