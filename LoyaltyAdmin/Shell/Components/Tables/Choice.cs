namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>One of the values that a filter offers.</summary>
public sealed record Choice<T>(string Text, T Value);
