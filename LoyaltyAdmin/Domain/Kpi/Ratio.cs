namespace LoyaltyAdmin.Domain.Kpi;

/// <summary>Figures that are one sum by another.</summary>
public static class Ratio
{
    /// <summary>The quotient, not rounded; null where there is nothing to divide by.</summary>
    public static decimal? Of(decimal part, decimal whole) => whole == 0 ? null : part / whole;
}
