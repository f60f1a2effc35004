namespace LoyaltyAdmin.Features.Operators;

/// <summary>Texts of the users' pages.</summary>
public sealed class OperatorsText;
