namespace LoyaltyAdmin.Features.Demo;

/// <summary>Words of the demo shop.</summary>
public sealed class DemoText;
