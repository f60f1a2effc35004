namespace LoyaltyAdmin.Tests.Api;

/// <summary>One portal for all tests of a class that do not get in each other's way.</summary>
public sealed class SharedApiHost : IAsyncLifetime
{
    public ApiHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
