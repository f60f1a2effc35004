namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Marks the texts of the figures and their dashboard.</summary>
public sealed class KpiText;
