using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Demo;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Demo;

public sealed class StartDemoShopTests
{
    [Fact]
    public async Task A_removed_shop_is_brought_back_the_same_as_before_once_for_two_clicks()
    {
        using var demo = await SmallDemo.MadeAsync();
        var before = await demo.SumsAsync();
        var start = Start(demo);
        Assert.False(await start.IsOfferedAsync(SmallDemo.Administrator, default));
        Assert.Null((await demo.Database.Get<RemoveDemoShop>().ExecuteAsync(SmallDemo.Administrator, default)).Rejection);
        Assert.True(await start.IsOfferedAsync(SmallDemo.Administrator, default));

        var answers = await Task.WhenAll(start.ExecuteAsync(SmallDemo.Administrator, default), start.ExecuteAsync(SmallDemo.Administrator, default));
        Assert.False(await start.IsOfferedAsync(SmallDemo.Administrator, default));
        await demo.Board.AskedAsync(default).WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(DemoShopStatus.Making, await demo.StatusAsync());
        Assert.True(await demo.MakeAsync());

        Assert.All(answers, Assert.Null);
        Assert.False(demo.Board.AskedAsync(default).IsCompleted);
        Assert.Equal((before, DemoShopStatus.Ready), (await demo.SumsAsync(), await demo.StatusAsync()));
        await demo.AssertSoundAsync();
        await using var db = demo.Database.CreateDbContext();
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Subject == nameof(DemoShop) && a.Action == AuditAction.Created));
    }

    [Fact]
    public async Task A_portal_with_members_gets_none_and_the_removed_one_stays_removed()
    {
        using var demo = await SmallDemo.MadeAsync();
        await demo.Database.Get<RemoveDemoShop>().ExecuteAsync(SmallDemo.Administrator, default);
        var now = demo.Database.Clock.UtcNow;
        await demo.Database.AddAsync(new Member { Id = 1_000_000, ExternalId = "anna", JoinedAt = now, JoinedOn = DateOnly.FromDateTime(now) });

        var rejection = await Start(demo).ExecuteAsync(SmallDemo.Administrator, default);

        Assert.Equal("Demo.NotEmpty", rejection?.Code);
        Assert.Null(demo.Board.Progress);
        Assert.Equal(DemoShopStatus.Removed, await demo.StatusAsync());
    }

    [Fact]
    public async Task A_portal_that_is_set_up_without_one_gets_none()
    {
        using var demo = await SmallDemo.OpenAsync();
        var start = Start(demo, enabled: false);

        Assert.False(await start.IsOfferedAsync(SmallDemo.Administrator, default));
        Assert.Equal("Demo.NotAllowed", (await start.ExecuteAsync(SmallDemo.Administrator, default))?.Code);
    }

    [Fact]
    public async Task Who_may_not_remove_it_may_not_bring_it_either()
    {
        using var demo = await SmallDemo.OpenAsync();
        var marketer = new Actor("marketer@example.com", Roles.PermissionsOf(Roles.Marketer));

        Assert.False(await Start(demo).IsOfferedAsync(marketer, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Start(demo).ExecuteAsync(marketer, default));
    }

    private static StartDemoShop Start(SmallDemo demo, bool enabled = true) =>
        demo.Database.Make<StartDemoShop>(new DemoSettings(enabled, SmallDemo.Scale));
}
