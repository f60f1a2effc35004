namespace LoyaltyAdmin.Shell.Charts;

/// <summary>A row of a heat table; a null is an empty cell.</summary>
public sealed record HeatRow(string Label, long Size, IReadOnlyList<decimal?> Values);
