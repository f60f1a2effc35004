namespace LoyaltyAdmin.Platform.Localization;

/// <summary>Words of codes that belong to no feature.</summary>
public sealed class CommonText;
