using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>Whether points come as a share of the sum or as so many per full step of it.</summary>
public enum AccrualMode
{
    /// <summary>points = round(base × rate).</summary>
    Percent,

    /// <summary>points = ⌊base / step⌋ × points per step.</summary>
    Steps,
}

/// <summary>How a purchase earns points in the main scheme (R2).</summary>
public sealed record AccrualConditions
{
    public AccrualMode Mode { get; init; } = AccrualMode.Percent;

    /// <summary>Share of the base in percent, for <see cref="AccrualMode.Percent"/>: 5 means 5%, valued at one unit of currency a point.</summary>
    public decimal Percent { get; init; } = 5m;

    /// <summary>The full step of the base, for <see cref="AccrualMode.Steps"/>.</summary>
    public Money StepAmount { get; init; } = Money.Of(100m);

    /// <summary>Points (whole points, decimals as the program allows) for each full step.</summary>
    public decimal StepPoints { get; init; } = 1m;

    /// <summary>What is settled below the smallest part of a point, once per rule and receipt.</summary>
    public RoundingMode Rounding { get; init; } = RoundingMode.Down;

    /// <summary>Whether the part of the receipt that was paid by points earns too.</summary>
    public bool OnPartPaidByPoints { get; init; }

    /// <summary>Whether the part of the receipt that was paid by gift card earns too.</summary>
    public bool OnPartPaidByGiftCard { get; init; } = true;

    /// <summary>Whether the tax contained in the prices earns too.</summary>
    public bool OnTax { get; init; } = true;

    /// <summary>Whether lines of delivery earn too.</summary>
    public bool OnShipping { get; init; }

    /// <summary>Goods that earn nothing.</summary>
    public GoodsSet Excluded { get; init; } = GoodsSet.None;

    /// <summary>A receipt whose base is below this earns nothing; null for no minimum.</summary>
    public Money? MinimumBase { get; init; }

    /// <summary>The most points that one line may earn; null for no cap.</summary>
    public decimal? CapPerLine { get; init; }

    /// <summary>The most points that one receipt may earn; null for no cap.</summary>
    public decimal? CapPerReceipt { get; init; }

    /// <summary>The most points that a member may earn on one local day; null for no cap.</summary>
    public decimal? CapPerMemberPerDay { get; init; }

    /// <summary>The most points that a member may earn in one calendar month; null for no cap.</summary>
    public decimal? CapPerMemberPerMonth { get; init; }
}
