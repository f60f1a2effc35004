using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Tests.Features.Duplicates;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Households;

/// <summary>What a merge and its undoing do with households, and with points that a household spent.</summary>
public sealed class MergedHouseholdTests
{
    [Fact]
    public async Task R16_the_survivor_takes_the_place_and_parted_both_are_exactly_as_before()
    {
        using var shop = await MergeShop.OpenAsync();
        var (anna, anya, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("anya", 60), await shop.MemberAsync("boris", 50));
        var household = await MakeAsync(shop, anya, boris);
        await shop.Till.PostAsync(shop.Till.Sale("r1", "boris", 600m, redeem: 80));
        await shop.Till.HoldAsync(shop.Till.Sale("r2", "boris", 100m, redeem: 20));
        var before = await shop.RowsAsync();

        var merge = await shop.MergeAsync(anya, anna);
        var merged = (await shop.Database.Get<HouseholdQueries>().DetailsAsync(household, default))!;
        Assert.Equal([anna, boris], merged.Members.Select(m => m.Id));
        await shop.PartAsync(merge.Value.MergeId);

        Assert.Equal(before, await shop.RowsAsync());
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task R16_two_of_one_household_merged_are_one_of_it_and_parted_two_again()
    {
        using var shop = await MergeShop.OpenAsync();
        var (anna, anya, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("anya", 60), await shop.MemberAsync("boris", 50));
        var household = await MakeAsync(shop, anya, anna, boris);
        await shop.Till.PostAsync(shop.Till.Sale("r1", "boris", 600m, redeem: 120));
        var before = await shop.RowsAsync();

        var merge = await shop.MergeAsync(anya, anna);
        var merged = (await shop.Database.Get<HouseholdQueries>().DetailsAsync(household, default))!;
        Assert.Equal((anna, 2), (merged.HeadId, merged.Members.Count));
        await shop.PartAsync(merge.Value.MergeId);

        Assert.Equal(before, await shop.RowsAsync());
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task A_survivor_with_a_household_of_its_own_stays_there_and_an_emptied_one_is_found_again()
    {
        using var shop = await MergeShop.OpenAsync();
        var (anna, anya, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("anya", 60), await shop.MemberAsync("boris", 50));
        var own = await MakeAsync(shop, anna, boris);
        var left = await MakeAsync(shop, anya);
        var before = await shop.RowsAsync();

        var merge = await shop.MergeAsync(anya, anna);
        Assert.Null(await shop.Database.Get<HouseholdQueries>().DetailsAsync(left, default));
        Assert.Equal(own, (await shop.Database.Get<HouseholdQueries>().OfMemberAsync(anna, default))!.Id);
        await shop.PartAsync(merge.Value.MergeId);

        Assert.Equal(before, await shop.RowsAsync());
    }

    [Fact]
    public async Task Goods_that_a_household_paid_for_come_back_to_whoever_stands_for_who_paid()
    {
        using var shop = await MergeShop.OpenAsync();
        var (anna, anya, boris) = (await shop.MemberAsync("anna"), await shop.MemberAsync("anya", 60), await shop.MemberAsync("boris", 50));
        await MakeAsync(shop, anya, boris);
        await shop.Till.PostAsync(shop.Till.Sale("r1", "boris", 600m, redeem: 100));
        await shop.MergeAsync(anya, anna);

        var goods = (await shop.Till.PostAsync(shop.Till.Return("b1", "r1", 1))).Return!;

        Assert.Equal(100, goods.Restored.Value);
        Assert.Equal((60, 50), ((await shop.AccountAsync(anna)).Available, (await shop.AccountAsync(boris)).Available));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task Once_the_household_spent_or_holds_points_of_the_survivor_nobody_parts_them()
    {
        using var shop = await MergeShop.OpenAsync();
        var (anna, anya, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("anya", 60), await shop.MemberAsync("boris"));
        await MakeAsync(shop, anya, boris);
        var merge = await shop.MergeAsync(anya, anna);
        var hold = await shop.Till.HoldAsync(shop.Till.Sale("r1", "boris", 600m, redeem: 30));

        Assert.Equal("Duplicates.HeldSince", (await shop.PartAsync(merge.Value.MergeId)).Rejection?.Code);
        await shop.Till.PostAsync(Till.Confirm(hold));
        Assert.Equal("Duplicates.Spent", (await shop.PartAsync(merge.Value.MergeId)).Rejection?.Code);
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task A_household_that_is_gone_by_then_is_not_made_again()
    {
        using var shop = await MergeShop.OpenAsync();
        var (anna, anya) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("anya", 60));
        var household = await MakeAsync(shop, anya);
        var merge = await shop.MergeAsync(anya, anna);
        await shop.Database.Get<LeaveHousehold>().DissolveAsync(MergeShop.Clerk, household, "Over", default);

        Assert.Null((await shop.PartAsync(merge.Value.MergeId)).Rejection);

        await using var db = shop.Database.CreateDbContext();
        Assert.Empty(await db.Members.Where(m => m.HouseholdId != null).ToListAsync());
        await shop.AssertSoundAsync();
    }

    private static async Task<int> MakeAsync(MergeShop shop, params long[] members) =>
        (await shop.Database.Get<MakeHousehold>().ExecuteAsync(MergeShop.Clerk, members[0], members[1..], default)).Value.HouseholdId;
}
