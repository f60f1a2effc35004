using System.Net;
using LoyaltyAdmin.Security.FirstStart;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Security;

public sealed class FirstStartTests
{
    [Fact]
    public async Task Production_without_users_says_what_to_set_and_shows_nobody()
    {
        using var portal = new ProductionHost();
        using var client = portal.Anonymous();

        var page = await client.GetStringAsync("/account/sign-in");

        Assert.Contains("Bootstrap__AdminEmail", page);
        Assert.DoesNotContain(DemoUsers.Password, page);
    }

    [Fact]
    public async Task Production_makes_its_first_administrator_of_the_settings()
    {
        using var portal = new ProductionHost("chief@example.com", "correct horse battery");
        using var client = portal.Anonymous();

        using var answer = await PortalHost.SignInAsync(client, "chief@example.com", "correct horse battery");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var users = await client.GetAsync("/users");
        Assert.Equal(HttpStatusCode.OK, users.StatusCode);
    }

    [Fact]
    public async Task Starting_again_and_by_several_nodes_at_once_makes_nothing_twice()
    {
        using var portal = new PortalHost();
        var bootstrap = portal.Services.GetRequiredService<Bootstrap>();

        await Parallel.ForAsync(0, 4, async (_, ct) => await bootstrap.PrepareAsync(ct));

        using var client = await portal.SignedInAsync("admin");
        using var users = await client.GetAsync("/users");
        Assert.Equal(HttpStatusCode.OK, users.StatusCode);
    }

    private sealed class ProductionHost(string? email = null, string? password = null) : PortalHost
    {
        protected override string Environment => "Production";

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            if (email is not null)
            {
                builder.UseSetting("Bootstrap:AdminEmail", email).UseSetting("Bootstrap:AdminPassword", password);
            }
        }
    }
}
