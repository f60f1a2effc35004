using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Partners;

/// <summary>What a purchase earns at a partner.</summary>
public enum PartnerAccrual
{
    /// <summary>As the main scheme says.</summary>
    AsMain,

    /// <summary>A percent of its own.</summary>
    Percent,

    /// <summary>Points for each full step.</summary>
    Steps,
}

/// <summary>What was agreed with a partner: for members at its tills, and between the two companies. Prices are in units of currency for one point.</summary>
public sealed record PartnerConditions
{
    public PartnerAccrual Accrual { get; init; }

    /// <summary>Percent of the base, for <see cref="PartnerAccrual.Percent"/>.</summary>
    public decimal Percent { get; init; } = 5m;

    /// <summary>The full step of the base, for <see cref="PartnerAccrual.Steps"/>.</summary>
    public Money StepAmount { get; init; } = Money.Of(100m);

    /// <summary>Points for each full step.</summary>
    public decimal StepPoints { get; init; } = 1m;

    /// <summary>Whether members' own rates (of levels and the like) take the place of the partner's.</summary>
    public bool MemberRates { get; init; }

    /// <summary>Whether points can pay there.</summary>
    public bool Spending { get; init; } = true;

    /// <summary>The largest part of a receipt that points may pay, in percent; null for the main scheme's.</summary>
    public decimal? MaximumSharePercent { get; init; }

    /// <summary>What the partner pays the shop for a point issued there.</summary>
    public decimal IssuePrice { get; init; } = 1m;

    /// <summary>The part of the price of issued points that is billed, in percent.</summary>
    public decimal BillingPercent { get; init; } = 100m;

    /// <summary>What the shop pays the partner for a point spent there.</summary>
    public decimal RedeemPrice { get; init; } = 1m;

    /// <summary>Fee in percent of what members paid there in money, less refunds.</summary>
    public decimal FeePercent { get; init; }

    /// <summary>Fee for each statement.</summary>
    public Money FeeFixed { get; init; }
}
