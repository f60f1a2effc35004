using System.Net;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Features.Demo;
using LoyaltyAdmin.Features.Demo.Plan;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Demo;

public sealed class DemoStartTests
{
    [Fact]
    public async Task The_first_start_serves_at_once_and_makes_the_shop_behind()
    {
        using var portal = new DemoHost();
        using var client = portal.Anonymous();
        var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var board = portal.Services.GetRequiredService<DemoBoard>();
        board.Changed += () =>
        {
            if (board.Progress is null)
            {
                made.TrySetResult();
            }
        };

        using var page = await client.GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        // It may have been made before anyone could listen.
        if (await StatusAsync(portal) != DemoShopStatus.Ready)
        {
            await made.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }

        Assert.False(board.Failed);
        Assert.Equal(DemoShopStatus.Ready, await StatusAsync(portal));
    }

    [Fact]
    public async Task Other_tests_and_portals_that_do_not_ask_have_none()
    {
        using var portal = new PortalHost();
        using var client = portal.Anonymous();

        using var page = await client.GetAsync("/account/sign-in");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Null(await StatusAsync(portal));
    }

    private static async Task<DemoShopStatus?> StatusAsync(PortalHost portal)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().CreateDbContextAsync();
        return await db.DemoShops.Select(s => (DemoShopStatus?)s.Status).SingleOrDefaultAsync();
    }

    private sealed class DemoHost : PortalHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton(new DemoSettings(true, new DemoScale(20, 2, 1))));
        }
    }
}
