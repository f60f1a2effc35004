using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Households;

/// <summary>How a household's points pay, come back and are held at the till.</summary>
public sealed class PooledSpendingTests
{
    private static readonly Actor Job = Actor.System("test");

    [Fact]
    public async Task Any_of_them_spends_what_all_have_and_each_account_balances()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("boris", 50));
        await shop.MakeAsync(anna, boris);
        var till = shop.Till;

        var quote = (await shop.Get<QuoteReceipt>().ExecuteAsync(Job, till.Sale("q", "boris", 1000m, redeem: 120).Draft, Till.Named("boris"), default)).Value;
        var receipt = (await till.PostAsync(till.Sale("r1", "boris", 1000m, redeem: 120))).Receipt!;

        Assert.Equal((120, 150, 74), (quote.Decision.RedeemedPoints.Value, quote.Decision.MaximumRedeemable.Value, quote.BalanceAfter.Value));
        Assert.Equal((120, 44, 74), (receipt.RedeemedPoints.Value, receipt.Accrued.Value, receipt.BalanceAfter.Value));

        // Anna bought first, so her points go first; what the purchase earns is Boris's.
        Assert.Equal([0, 74], await shop.OwnAsync("anna", "boris"));
        var entry = (await till.EntriesAsync("anna"))[^1];
        Assert.Equal((EntryKind.Redemption, 100, receipt.Id), (entry.Kind, entry.Points.Value, entry.ReceiptId));
        Assert.Equal((74, 74), (await shop.AvailableAsync(anna), await shop.AvailableAsync(boris)));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task Parts_of_goods_that_come_back_give_points_back_to_the_lots_they_came_from_even_after_one_has_left()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("boris", 50));
        var household = await shop.MakeAsync(anna, boris);
        var till = shop.Till;
        await till.PostAsync(till.Sale("r1", "boris", 600m, quantity: 3, redeem: 120));
        await shop.Get<LeaveHousehold>().ExecuteAsync(HouseholdShop.Clerk, household, anna, "Moved out", default);

        var first = (await till.PostAsync(till.Return("b1", "r1", 1))).Return!;
        Assert.Equal(40, first.Restored.Value);
        Assert.Equal([20, 66], await shop.OwnAsync("anna", "boris"));

        await till.PostAsync(till.Return("b2", "r1", 2));
        Assert.Equal([100, 50], await shop.OwnAsync("anna", "boris"));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task A_hold_sets_aside_what_lies_anywhere_and_its_receipt_spends_that()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("boris", 50));
        await shop.MakeAsync(anna, boris);
        var till = shop.Till;

        var hold = await till.HoldAsync(till.Sale("r1", "boris", 1000m, redeem: 130));
        var other = (await till.PostAsync(till.Sale("r2", "anna", 1000m, redeem: 100))).Receipt!;
        var receipt = (await till.PostAsync(Till.Confirm(hold))).Receipt!;

        Assert.Equal((20, 130), (other.RedeemedPoints.Value, receipt.RedeemedPoints.Value));
        Assert.Equal((0, 0), ((await till.AccountAsync("anna")).Held.Value, (await till.AccountAsync("boris")).Held.Value));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task A_hold_that_is_cancelled_or_confirmed_with_less_frees_the_rest_on_every_account()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("boris", 50));
        await shop.MakeAsync(anna, boris);
        var till = shop.Till;

        await till.PostAsync(Till.Cancel(await till.HoldAsync(till.Sale("r1", "boris", 1000m, redeem: 130))));
        Assert.Equal([100, 50], await shop.OwnAsync("anna", "boris"));

        var hold = await till.HoldAsync(till.Sale("r2", "boris", 1000m, redeem: 130));
        var receipt = (await till.PostAsync(Till.Confirm(hold, till.Sale("r2", "boris", 1000m, redeem: 40)))).Receipt!;

        Assert.Equal(40, receipt.RedeemedPoints.Value);
        Assert.Equal([60, 98], await shop.OwnAsync("anna", "boris"));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task What_was_promised_stands_when_one_leaves_meanwhile_and_lapses_for_all_when_nobody_comes()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("boris", 50));
        var household = await shop.MakeAsync(anna, boris);
        var till = shop.Till;
        var kept = await till.HoldAsync(till.Sale("r1", "boris", 1000m, redeem: 60));
        var left = await till.HoldAsync(till.Sale("r2", "boris", 1000m, redeem: 70));
        await shop.Get<LeaveHousehold>().ExecuteAsync(HouseholdShop.Clerk, household, anna, "Moved out", default);

        var receipt = (await till.PostAsync(Till.Confirm(kept))).Receipt!;
        Assert.Equal(60, receipt.RedeemedPoints.Value);

        till.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(40, (await shop.Get<MemberQueries>().BalanceAsync(anna, till.Clock.UtcNow, default))!.Available.Value);
        var spent = (await till.PostAsync(till.Sale("r3", "anna", 1000m, redeem: 40))).Receipt!;
        Assert.Equal(40, spent.RedeemedPoints.Value);
        Assert.Equal(0, await shop.Get<LapseHolds>().ExecuteAsync(Job, default));
        Assert.Equal("Receipts.HoldLate", ReasonsJson.Read((await till.PostAsync(Till.Confirm(left))).Receipt!.Reasons)[0].Code);
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task The_job_frees_a_lapsed_hold_on_every_account()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("boris", 50));
        await shop.MakeAsync(anna, boris);
        var till = shop.Till;
        await till.HoldAsync(till.Sale("r1", "boris", 1000m, redeem: 130));
        till.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(150, await shop.AvailableAsync(boris));
        Assert.Equal(1, await shop.Get<LapseHolds>().ExecuteAsync(Job, default));

        Assert.Equal([100, 50], await shop.OwnAsync("anna", "boris"));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task Who_is_blocked_neither_spends_nor_is_spent_from_and_what_a_hold_had_of_theirs_is_free()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("boris", 50));
        await shop.MakeAsync(anna, boris);
        var till = shop.Till;
        var hold = await till.HoldAsync(till.Sale("r0", "boris", 1000m, redeem: 120));
        await shop.Get<BlockMember>().BlockAsync(HouseholdShop.Clerk, anna, "Lost the phone", default);

        var held = (await till.PostAsync(Till.Confirm(hold))).Receipt!;
        var receipt = (await till.PostAsync(till.Sale("r1", "boris", 1000m, redeem: 150))).Receipt!;
        var blocked = (await till.PostAsync(till.Sale("r2", "anna", 1000m, redeem: 10))).Receipt!;

        // Of what was held only Boris's own 20 and what else he had pays.
        Assert.Equal(50, held.RedeemedPoints.Value);
        Assert.Contains("HoldShortfall", held.Reasons, StringComparison.Ordinal);
        Assert.Equal((47, 0), (receipt.RedeemedPoints.Value, blocked.RedeemedPoints.Value));
        Assert.Equal((100, 0), ((await till.AccountAsync("anna")).Available.Value, (await till.AccountAsync("anna")).Held.Value));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task Points_that_expire_are_theirs_whose_account_they_are_on()
    {
        using var shop = await HouseholdShop.OpenAsync(new ProgramConditions { Expiry = new ExpiryConditions { Term = 1 } });
        var anna = await shop.MemberAsync("anna", 100);
        shop.Till.Clock.Advance(TimeSpan.FromDays(20));
        var boris = await shop.MemberAsync("boris", 50);
        await shop.MakeAsync(anna, boris);
        shop.Till.Clock.Advance(TimeSpan.FromDays(15));

        Assert.Equal(50, await shop.AvailableAsync(anna));
        await shop.Get<ExpirePoints>().ExecuteAsync(Job, default);
        var receipt = (await shop.Till.PostAsync(shop.Till.Sale("r1", "anna", 1000m, redeem: 150))).Receipt!;

        Assert.Equal(50, receipt.RedeemedPoints.Value);
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task A_debt_stays_its_own_and_is_repaid_by_own_accruals()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("boris", 50));
        await shop.MakeAsync(anna, boris);
        var till = shop.Till;
        await till.PostAsync(till.Sale("r1", "boris", 1000m, redeem: 100));
        await till.PostAsync(till.Return("b1", "join-anna", 1));

        Assert.Equal(100, (await till.AccountAsync("anna")).Debt.Value);
        var spent = (await till.PostAsync(till.Sale("r2", "anna", 400m, redeem: 95))).Receipt!;

        Assert.Equal(95, spent.RedeemedPoints.Value);
        Assert.Equal(85, (await till.AccountAsync("anna")).Debt.Value);
        Assert.Equal([0, 0], await shop.OwnAsync("anna", "boris"));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task Where_the_conditions_allow_no_households_each_spends_the_own()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("boris", 50));
        await shop.MakeAsync(anna, boris);
        await PublishAsync(shop, new JoiningConditions { HouseholdLimit = 0 });

        var receipt = (await shop.Till.PostAsync(shop.Till.Sale("r1", "boris", 1000m, redeem: 120))).Receipt!;

        Assert.Equal(50, receipt.RedeemedPoints.Value);
        Assert.Equal(100, await shop.AvailableAsync(anna));
    }

    [Fact]
    public async Task Imports_replay_what_was_and_spend_nothing_of_others()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("boris", 50));
        await shop.MakeAsync(anna, boris);

        var posted = (await shop.Till.ImportAsync(shop.Till.Sale("r1", "boris", 1000m, redeem: 120, source: ReceiptSource.Import)))[0].Receipt!;

        Assert.Equal(50, posted.RedeemedPoints.Value);
        Assert.Equal([100, 47], await shop.OwnAsync("anna", "boris"));
    }

    [Fact]
    public async Task R1_of_20_parallel_spends_of_all_that_a_household_has_exactly_one_succeeds()
    {
        using var shop = await HouseholdShop.OpenAsync();
        long[] members = [await shop.MemberAsync("anna", 60), await shop.MemberAsync("boris", 40), await shop.MemberAsync("vera"), await shop.MemberAsync("gleb")];
        await shop.MakeAsync(members);
        string[] names = ["anna", "boris", "vera", "gleb"];
        var till = shop.Till;

        var posted = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () => i % 2 == 0
            ? await till.PostAsync(Spend(i))
            : (await till.ImportAsync(Spend(i)))[0])));

        Assert.Single(posted, p => p.Receipt!.RedeemedPoints.Value == 100);
        Assert.Equal(100 + posted.Sum(p => p.Receipt!.Accrued.Value) - posted.Sum(p => p.Receipt!.RedeemedPoints.Value), (await shop.OwnAsync(names)).Sum());
        await shop.AssertSoundAsync();

        // By two doors at once, so that both lose races.
        SalePosting Spend(int i) => till.Sale($"r{i}", names[i % 4], 400m, redeem: 100);
    }

    [Fact]
    public async Task What_paid_stands_on_the_page_of_the_receipt_with_whose_points_they_were()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna", 100), await shop.MemberAsync("boris", 50));
        await shop.MakeAsync(anna, boris);
        var receipt = (await shop.Till.PostAsync(shop.Till.Sale("r1", "boris", 1000m, redeem: 120))).Receipt!;
        var goods = (await shop.Till.PostAsync(shop.Till.Return("b1", "r1", 1))).Return!;

        var details = (await shop.Get<ReceiptQueries>().ReceiptAsync(receipt.Id, default))!;
        var back = (await shop.Get<ReceiptQueries>().ReturnAsync(goods.Id, default))!;

        var spent = details.Movements.Where(m => m.Kind == EntryKind.Redemption).ToList();
        Assert.Equal([(20L, null), (100L, "anna")], spent.Select(m => (m.Points.Value, m.Payer?.Name)).Order());
        Assert.Contains(back.Movements, m => m.Kind == EntryKind.Restore && m.Payer?.MemberId == anna && m.Points.Value == 100);
    }

    private static async Task PublishAsync(HouseholdShop shop, JoiningConditions joining)
    {
        await using var db = shop.Till.Database.CreateDbContext();
        var version = new ProgramVersion { ProgramId = db.Programs.Single().Id, Number = 2, Conditions = new ProgramConditions { Joining = joining } };
        shop.Till.Clock.Advance(TimeSpan.FromMinutes(1));
        version.Publish(shop.Till.Clock.UtcNow, shop.Till.Clock.UtcNow, "test");
        db.Add(version);
        await db.SaveChangesAsync();
        shop.Get<LoyaltyAdmin.Features.Programs.ProgramTimelines>().Forget();
    }
}
