namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>Of lists that are always shown whole.</summary>
public sealed record NoFilter;
