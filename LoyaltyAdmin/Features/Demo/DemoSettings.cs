using LoyaltyAdmin.Features.Demo.Plan;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>
/// Whether the portal makes itself a demo shop: <c>Demo:Shop</c>, where it is not set <c>Demo:Enabled</c>, and where that is not
/// set either in development only.
/// </summary>
public sealed record DemoSettings(bool Enabled, DemoScale Scale)
{
    public static DemoSettings Of(IConfiguration configuration, IHostEnvironment environment) => new(
        configuration.GetValue("Demo:Shop", configuration.GetValue("Demo:Enabled", environment.IsDevelopment())), DemoScale.Full);
}
