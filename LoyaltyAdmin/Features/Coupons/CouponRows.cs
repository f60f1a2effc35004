using LoyaltyAdmin.Domain.Coupons;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>A series with what became of its codes.</summary>
/// <param name="Series">Its terms.</param>
/// <param name="Used">Codes that can be used no more.</param>
/// <param name="Void">Codes that were made void.</param>
/// <param name="SharedCode">The word of a shared promo code.</param>
/// <param name="LastDay">Null for no end.</param>
/// <param name="IsOver">Whether no code is taken any more, by the clock or by the staff.</param>
public sealed record CouponSeriesRow(CouponSeries Series, long Used, long Void, string? SharedCode, DateOnly FirstDay, DateOnly? LastDay, bool IsOver)
{
    /// <summary>Uses for each code of the series, in percent; null without codes.</summary>
    public decimal? Redemption => Series is { Kind: CouponKind.Unique, Codes: > 0 } ? 100m * Series.Uses / Series.Codes : null;
}

/// <summary>Which codes of a series a list shows.</summary>
public sealed record CouponFilter
{
    public string? Search { get; init; }

    public CouponState? State { get; init; }
}

/// <summary>By what a list of codes is sorted.</summary>
public enum CouponSort
{
    Latest,
    Uses,
}

/// <summary>A code as a list shows one.</summary>
public sealed record CouponRow
{
    public required long Id { get; init; }

    public required string Code { get; init; }

    public required CouponState State { get; init; }

    public required int Uses { get; init; }

    public long? MemberId { get; init; }

    public string? Member { get; init; }

    public required DateTime IssuedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>The last day of the code itself; null where it lives as long as its series.</summary>
    public DateOnly? LastDay { get; init; }

    public string? VoidedFor { get; init; }
}
