namespace LoyaltyAdmin.Domain.Programs.Setup;

/// <summary>A level as the setup asks for it.</summary>
/// <param name="Key">Tells it apart from the others for good.</param>
/// <param name="Name">As customers know it.</param>
/// <param name="Threshold">What a member buys for in twelve months, in units of currency; zero for the lowest.</param>
/// <param name="Rate">Percent in points or off the price.</param>
public sealed record SetupLevel(string Key, string Name, decimal Threshold, decimal Rate);
