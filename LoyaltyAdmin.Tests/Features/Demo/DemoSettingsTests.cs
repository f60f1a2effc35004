using LoyaltyAdmin.Features.Demo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace LoyaltyAdmin.Tests.Features.Demo;

public sealed class DemoSettingsTests
{
    [Theory]
    [InlineData("Development", null, null, true)]
    [InlineData("Production", null, null, false)]
    [InlineData("Staging", null, null, false)]
    [InlineData("Development", "false", null, false)]
    [InlineData("Development", "true", "false", false)]
    [InlineData("Production", "true", null, true)]
    [InlineData("Production", null, "true", true)]
    public void A_demo_is_made_in_development_and_elsewhere_only_if_asked_for(string environment, string? enabled, string? shop, bool made)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Demo:Enabled"] = enabled, ["Demo:Shop"] = shop }.Where(s => s.Value is not null))
            .Build();

        Assert.Equal(made, DemoSettings.Of(configuration, new Host(environment)).Enabled);
    }

    private sealed class Host(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
