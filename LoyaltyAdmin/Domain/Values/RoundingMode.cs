namespace LoyaltyAdmin.Domain.Values;

/// <summary>How a fraction of the smallest part is settled. The sign is mirrored: down is toward zero (R2).</summary>
public enum RoundingMode
{
    /// <summary>Toward zero.</summary>
    Down,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>To the nearest, a half away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest, a half to the even neighbour.</summary>
    HalfEven,
}
