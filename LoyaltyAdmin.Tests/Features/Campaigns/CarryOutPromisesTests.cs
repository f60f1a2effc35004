using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

/// <summary>R7, R8: a level for a time that a campaign promised is given once, and never takes a higher one away.</summary>
public sealed class CarryOutPromisesTests : IAsyncLifetime
{
    private static readonly Actor Jobs = Actor.System("jobs");
    private CampaignShop shop = null!;

    public async Task InitializeAsync() => shop = await CampaignShop.OpenAsync(new ProgramConditions
    {
        Tiers = new TierConditions
        {
            Enabled = true,
            Ladder = new TierLadder { Levels = [new TierLevel { Key = "base", Name = "Base" }, new TierLevel { Key = "silver", Name = "Silver", Threshold = 1_000 }, new TierLevel { Key = "gold", Name = "Gold", Threshold = 10_000 }] },
        },
    });

    public Task DisposeAsync()
    {
        shop.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_promised_level_is_given_once_until_its_day()
    {
        await shop.Till.MemberAsync("anna");
        await shop.LaunchAsync("silver-month", new CampaignTerms { Rewards = [new TierForTimeReward { Tier = "silver", Days = 30 }], Limits = new() { PerMember = 1 } });
        await shop.SellAsync("anna", 100);

        Assert.Equal(1, await shop.Get<CarryOutPromises>().ExecuteAsync(Jobs, null, default));
        Assert.Equal(0, await shop.Get<CarryOutPromises>().ExecuteAsync(Jobs, null, default));

        await using var db = shop.Till.Database.CreateDbContext();
        var place = await db.MemberTiers.SingleAsync();
        Assert.Equal(("silver", DateOnly.FromDateTime(shop.Till.Clock.UtcNow).AddDays(30)), (place.LockLevel, place.LockUntil));
        Assert.Equal("silver", (await shop.SellAsync("anna", 100)).Tier);
    }

    [Fact]
    public async Task Who_stands_higher_keeps_that_and_a_returned_purchase_brings_nothing()
    {
        await shop.Till.MemberAsync("anna");
        await shop.Till.MemberAsync("boris");
        await shop.LaunchAsync("silver-month", new CampaignTerms { Rewards = [new TierForTimeReward { Tier = "silver", Days = 30 }] });
        await shop.SellAsync("anna", 20_000);
        var sale = shop.Sale("boris", 100);
        await shop.PostAsync(sale);
        await shop.PostAsync(shop.Till.Return("B1", sale.Key, 1));

        await shop.Get<CarryOutPromises>().ExecuteAsync(Jobs, null, default);

        Assert.Equal("gold", (await shop.SellAsync("anna", 100)).Tier);
        Assert.Equal("base", (await shop.SellAsync("boris", 100)).Tier);
        await using var db = shop.Till.Database.CreateDbContext();
        Assert.Contains(PromiseState.Withdrawn, await db.OpenPromises.Select(p => p.State).ToListAsync());
    }
}
