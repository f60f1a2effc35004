namespace LoyaltyAdmin.Domain.Programs;

/// <summary>What happens when a return should take back more points than the member still has.</summary>
public enum DeficitPolicy
{
    /// <summary>A debt that the next accruals repay.</summary>
    Debt,

    /// <summary>Its value is held back from the money refund.</summary>
    HoldBackFromRefund,

    /// <summary>Forgiven.</summary>
    WriteOff,
}

/// <summary>Where points go that a return gives back while their lot has expired.</summary>
public enum RestoreExpiredPolicy
{
    /// <summary>They live some days more.</summary>
    Grace,

    /// <summary>They keep the expiry of their lot and so are lost.</summary>
    OriginalExpiry,

    /// <summary>They get a full life from the return on.</summary>
    NewLot,
}

/// <summary>How returns treat points (R4).</summary>
public sealed record ReturnConditions
{
    public DeficitPolicy Deficit { get; init; } = DeficitPolicy.Debt;

    public RestoreExpiredPolicy RestoreExpired { get; init; } = RestoreExpiredPolicy.Grace;

    /// <summary>Days of life for <see cref="RestoreExpiredPolicy.Grace"/>, counted from the local day of the return.</summary>
    public int GraceDays { get; init; } = 30;
}
