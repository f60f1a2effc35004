using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Features.Subscriptions;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Duplicates;

public sealed class UnmergeMembersTests
{
    private static readonly Actor Job = Actor.System("test");

    [Fact]
    public async Task R16_merged_and_parted_both_are_exactly_as_before()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100, card: "70000001", phone: "+79161234567");
        var anya = await shop.MemberAsync("anya", points: 60, card: "70000002", phone: "+79161234568", email: "anya@example.com", lastName: "Семёнова");
        await shop.Till.PostAsync(shop.Till.Sale("r1", "anya", 200m, redeem: 20));
        await shop.Till.PostAsync(shop.Till.Return("x1", "r1", 1));
        await shop.Till.HoldAsync(shop.Till.Sale("r2", "anya", 200m, redeem: 10));
        await shop.Database.AddAsync(new DuplicatePair
        {
            FirstId = Math.Min(anna, anya),
            SecondId = Math.Max(anna, anya),
            Score = 70,
            Reasons = MatchReasons.SamePhone,
            FoundAt = shop.Till.Clock.UtcNow,
        });
        var before = await shop.RowsAsync();

        var merge = await shop.MergeAsync(anya, anna, [.. Enum.GetValues<MergeField>()]);
        var merged = await shop.RowsAsync();
        await shop.PartAsync(merge.Value.MergeId);

        Assert.NotEqual(before, merged);
        Assert.Equal(before, await shop.RowsAsync());
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task R17_subscriptions_go_along_and_both_are_as_before_when_parted()
    {
        using var shop = await MergeShop.OpenAsync();
        var plans = new PlanShop(shop.Till);
        await plans.PlanAsync("plus", "Plus", PlanShop.Terms);
        var anna = await shop.MemberAsync("anna", points: 100);
        var anya = await shop.MemberAsync("anya", points: 60);
        var first = (await plans.StartAsync(anna)).Value.SubscriptionId;
        var second = (await plans.StartAsync(anya)).Value.SubscriptionId;
        await plans.PayAsync(second);
        await shop.Till.PostAsync(shop.Till.Sale("r1", "anya", 200m));
        var before = await shop.RowsAsync();

        var merge = await shop.MergeAsync(anya, anna);
        var merged = await plans.Get<SubscriptionQueries>().OfMemberAsync(anna, default);
        var receipt = (await shop.SellAsync("r2", new MemberKey(MemberKeyKind.ExternalId, "anya"), 100m)).Receipt!;
        await shop.Till.PostAsync(shop.Till.Return("b2", "r2", 1));
        await shop.PartAsync(merge.Value.MergeId);

        Assert.Equal([(second, true), (first, false)], merged.OrderByDescending(s => s.IsOpen).Select(s => (s.Id, s.IsOpen)));
        Assert.Equal(1_000, receipt.Discount.Minor);
        Assert.Equal([(first, true)], (await plans.Get<SubscriptionQueries>().OfMemberAsync(anna, default)).Select(s => (s.Id, s.IsOpen)));
        Assert.Equal([(second, true)], (await plans.Get<SubscriptionQueries>().OfMemberAsync(anya, default)).Select(s => (s.Id, s.IsOpen)));
        Assert.Empty(before.Where(row => row.StartsWith("Subscription", StringComparison.Ordinal)).Except(await shop.RowsAsync()));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task Places_in_clubs_and_invitations_go_along_and_are_as_before_when_parted()
    {
        using var shop = await MergeShop.OpenAsync();
        var (clubs, invite, answer) = (shop.Database.Get<SaveClub>(), shop.Database.Get<InviteMembers>(), shop.Database.Get<AnswerInvitation>());
        var terms = new ClubTerms { Benefits = new Benefits { DiscountPercent = 20 } };
        var (box, hall) = ((await clubs.ExecuteAsync(Job, new OfferOrder<ClubTerms> { Key = "box", Name = "Box", Terms = terms }, default)).Value,
            (await clubs.ExecuteAsync(Job, new OfferOrder<ClubTerms> { Key = "hall", Name = "Hall", Terms = terms }, default)).Value);
        var anna = await shop.MemberAsync("anna", points: 100);
        var anya = await shop.MemberAsync("anya", points: 60);
        foreach (var member in new[] { anna, anya })
        {
            await answer.AcceptAsync(Job, (await invite.ExecuteAsync(Job, box, member, default)).Value.Code, null, default);
            await invite.ExecuteAsync(Job, hall, member, default);
        }

        var before = await shop.RowsAsync();
        var merge = await shop.MergeAsync(anya, anna);
        var merged = await shop.Database.Get<ClubQueries>().OfMemberAsync(anna, default);
        var receipt = (await shop.SellAsync("r2", new MemberKey(MemberKeyKind.ExternalId, "anya"), 100m)).Receipt!;
        await shop.PartAsync(merge.Value.MergeId);

        Assert.Equal([("Box", ClubStanding.In), ("Hall", ClubStanding.Invited)], merged.Select(c => (c.Name, c.Standing)));
        Assert.Equal(2_000, receipt.Discount.Minor);
        Assert.Empty(before.Where(row => row.StartsWith("Club", StringComparison.Ordinal)).Except(await shop.RowsAsync()));
    }

    [Fact]
    public async Task R16_the_higher_level_stays_and_both_are_back_when_parted()
    {
        var ladder = new TierLadder { Levels = [new TierLevel { Key = "base", Name = "Base" }, new TierLevel { Key = "silver", Name = "Silver", Threshold = 1000 }] };
        using var shop = await MergeShop.OpenAsync(new ProgramConditions { Tiers = new TierConditions { Enabled = true, Ladder = ladder } });
        var anna = await shop.MemberAsync("anna", points: 10);
        var anya = await shop.MemberAsync("anya", points: 100);
        var before = await shop.RowsAsync();
        Assert.Equal([(anya, "silver")], await LevelsAsync(shop));

        var merge = (await shop.MergeAsync(anya, anna)).Value.MergeId;

        Assert.Equal([(anna, "silver")], await LevelsAsync(shop));
        await shop.PartAsync(merge);
        Assert.Equal(before, await shop.RowsAsync());
    }

    [Fact]
    public async Task R16_any_history_merged_and_parted_is_as_before_and_balances_on_the_way()
    {
        var histories = Gen.Choose(0, 11).ListOf(14).Sample(8);
        foreach (var history in histories)
        {
            using var shop = await MergeShop.OpenAsync(Conditions(history));
            await shop.MemberAsync("anna", points: 40);
            await shop.MemberAsync("anya", points: 25);
            await LiveAsync(shop, history, "before", maySpend: true);
            await SettleAsync(shop);
            var (anna, anya) = (await IdAsync(shop, "anna"), await IdAsync(shop, "anya"));
            var before = await shop.RowsAsync();

            var merge = await shop.MergeAsync(anya, anna, MergeField.FirstName);
            await shop.AssertSoundAsync();
            await shop.PartAsync(merge.Value.MergeId);

            Assert.Equal(before, await shop.RowsAsync());
            await shop.AssertSoundAsync();
        }
    }

    [Fact]
    public async Task R16_what_happens_between_merge_and_parting_stays_balanced_and_no_point_is_lost()
    {
        var histories = Gen.Choose(0, 11).ListOf(16).Sample(8);
        foreach (var history in histories)
        {
            using var shop = await MergeShop.OpenAsync(Conditions(history));
            await shop.MemberAsync("anna", points: 40);
            await shop.MemberAsync("anya", points: 25);
            await LiveAsync(shop, [.. history.Take(8)], "before", maySpend: true);
            var (anna, anya) = (await IdAsync(shop, "anna"), await IdAsync(shop, "anya"));
            var merge = await shop.MergeAsync(anya, anna);
            await LiveAsync(shop, [.. history.Skip(8)], "between", maySpend: false);
            await SettleAsync(shop);
            await shop.AssertSoundAsync();
            var points = (await shop.AccountAsync(anna)).Available;
            var sums = await SumsAsync(shop);

            var parted = await shop.PartAsync(merge.Value.MergeId);

            Assert.Null(parted.Rejection);
            Assert.Equal(points, (await shop.AccountAsync(anna)).Available + (await shop.AccountAsync(anya)).Available);
            Assert.Equal(sums, await SumsAsync(shop));
            await shop.AssertSoundAsync();
        }
    }

    [Fact]
    public async Task R16_points_of_both_that_expired_together_are_parted_without_a_new_total()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100);
        var anya = await shop.MemberAsync("anya", points: 60);
        var merge = (await shop.MergeAsync(anya, anna)).Value.MergeId;
        shop.Till.Clock.Advance(TimeSpan.FromDays(366));
        await shop.Database.Get<ExpirePoints>().ExecuteAsync(Job, default);
        var sums = await SumsAsync(shop);

        await shop.PartAsync(merge);

        Assert.Equal(sums, await SumsAsync(shop));
        Assert.Equal(60, (await shop.Till.EntriesAsync("anya")).Where(e => e.Kind == EntryKind.Expiry).Sum(e => e.Points.Value));
        var own = await shop.Till.EntriesAsync("anna");
        Assert.Equal(100, own.Sum(e => e.Kind switch { EntryKind.Expiry => e.Points.Value, EntryKind.ExpiryUndone => -e.Points.Value, _ => 0 }));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task R16_after_the_next_spend_a_merge_stays()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100);
        var anya = await shop.MemberAsync("anya", points: 60);
        await shop.Till.PostAsync(shop.Till.Sale("r1", "anya", 100m, redeem: 10));
        var merge = (await shop.MergeAsync(anya, anna)).Value.MergeId;
        await shop.Till.PostAsync(shop.Till.Sale("r2", "anna", 100m, redeem: 10));

        Assert.Equal("Duplicates.Spent", (await shop.PartAsync(merge)).Rejection?.Code);
        Assert.Equal("Duplicates.Spent", (await shop.Make<UnmergeMembers>().PreviewAsync(MergeShop.Clerk, merge, default)).Rejection?.Code);
        Assert.Equal(anna, await shop.Database.Get<MemberQueries>().FindAsync(Till.Named("anya"), default));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task R16_while_points_are_held_a_merge_stays_and_a_cancelled_hold_lets_it_go()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100);
        var anya = await shop.MemberAsync("anya", points: 60);
        var merge = (await shop.MergeAsync(anya, anna)).Value.MergeId;
        var hold = await shop.Till.HoldAsync(shop.Till.Sale("r1", "anya", 500m, redeem: 120));

        Assert.Equal("Duplicates.HeldSince", (await shop.PartAsync(merge)).Rejection?.Code);
        await shop.Till.PostAsync(Till.Cancel(hold));
        Assert.Null((await shop.PartAsync(merge)).Rejection);
        Assert.Equal((100, 60), ((await shop.AccountAsync(anna)).Available, (await shop.AccountAsync(anya)).Available));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task R16_receipts_since_the_merge_stay_with_the_survivor_and_the_preview_says_so()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100);
        var anya = await shop.MemberAsync("anya", points: 60, card: "70000002");
        shop.Till.Clock.Advance(TimeSpan.FromHours(1));
        var merge = (await shop.MergeAsync(anya, anna)).Value.MergeId;
        await shop.SellAsync("r1", MergeShop.Card("70000002"), 200m);

        var preview = (await shop.Make<UnmergeMembers>().PreviewAsync(MergeShop.Clerk, merge, default)).Value;
        await shop.PartAsync(merge);

        Assert.Equal(new UnmergePreview(60, 1, 1, 1), preview);
        Assert.Equal((110, 0, 2), await shop.AccountAsync(anna));
        Assert.Equal((60, 0, 1), await shop.AccountAsync(anya));
        Assert.Equal(anya, await shop.Database.Get<MemberQueries>().FindAsync(MergeShop.Card("70000002"), default));
    }

    [Fact]
    public async Task R16_a_return_since_the_merge_goes_with_its_receipt()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100);
        var anya = await shop.MemberAsync("anya", points: 60);
        var merge = (await shop.MergeAsync(anya, anna)).Value.MergeId;
        await shop.Till.PostAsync(shop.Till.Return("x1", "join-anya", 1));

        await shop.PartAsync(merge);

        Assert.Equal((0, 0, 1), await shop.AccountAsync(anya));
        Assert.Equal((100, 0, 1), await shop.AccountAsync(anna));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task A_phone_that_somebody_else_has_by_now_keeps_the_merge_until_it_is_free()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var anya = await shop.MemberAsync("anya", phone: "+79161234568");
        var merge = (await shop.MergeAsync(anya, anna)).Value.MergeId;
        var details = (await shop.Database.Get<MemberQueries>().DetailsAsync(anna, default))!;
        await shop.Database.Get<EditMember>().ExecuteAsync(MergeShop.Clerk, anna, details.Version, details.Profile with { Phone = null, LastName = "Громова" }, default);
        var boris = await shop.MemberAsync("boris", phone: "+79161234568");

        var refused = await shop.PartAsync(merge);
        Assert.Equal("Duplicates.KeyTaken", refused.Rejection?.Code);
        var taken = (await shop.Database.Get<MemberQueries>().DetailsAsync(boris, default))!;
        await shop.Database.Get<EditMember>().ExecuteAsync(MergeShop.Clerk, boris, taken.Version, taken.Profile with { Phone = null }, default);
        Assert.Null((await shop.PartAsync(merge)).Rejection);
        Assert.Equal("Громова", (await shop.Database.Get<MemberQueries>().DetailsAsync(anna, default))!.Profile.LastName);
        Assert.Equal("+79161234568", (await shop.Database.Get<MemberQueries>().DetailsAsync(anya, default))!.Profile.Phone);
    }

    [Fact]
    public async Task To_part_again_changes_nothing_and_to_merge_again_works()
    {
        using var shop = await MergeShop.OpenAsync();
        var (anna, anya) = (await shop.MemberAsync("anna", points: 10), await shop.MemberAsync("anya", points: 20));
        var merge = (await shop.MergeAsync(anya, anna)).Value.MergeId;
        await shop.PartAsync(merge);

        Assert.True((await shop.PartAsync(merge)).Value.Replayed);
        Assert.False((await shop.MergeAsync(anya, anna)).Value.Replayed);
        Assert.Equal((30, 0, 2), await shop.AccountAsync(anna));
        await shop.AssertSoundAsync();
    }

    private static ProgramConditions Conditions(IEnumerable<int> history) => new()
    {
        Expiry = new ExpiryConditions { Model = history.First() % 2 == 0 ? ExpiryModel.FromEarning : ExpiryModel.FromLastActivity },
    };

    private static async Task<List<(long, string)>> LevelsAsync(MergeShop shop)
    {
        await using var db = shop.Database.CreateDbContext();
        return (await db.MemberTiers.AsNoTracking().ToListAsync()).ConvertAll(t => (t.MemberId, t.Level));
    }

    private static async Task<long> IdAsync(MergeShop shop, string name)
    {
        await using var db = shop.Database.CreateDbContext();
        return await db.Members.Where(m => m.ExternalId == name).Select(m => m.Id).SingleAsync();
    }

    /// <summary>Sales, returns, waiting and expiry in any order.</summary>
    private static async Task LiveAsync(MergeShop shop, IEnumerable<int> history, string when, bool maySpend)
    {
        var sold = new List<string> { "join-anna", "join-anya" };
        foreach (var (step, i) in history.Select((step, i) => (step, i)))
        {
            var who = step % 2 == 0 ? "anna" : "anya";
            switch (step)
            {
                case < 6:
                    var key = $"{when}-{i}";
                    await shop.Till.PostAsync(shop.Till.Sale(key, who, 100m + (70 * step), quantity: 2, redeem: maySpend && step is 2 or 3 ? (maySpend ? 15 : 0) : 0));
                    sold.Add(key);
                    break;
                case < 9:
                    var of = sold[(i * 7) % sold.Count];
                    await shop.Till.PostAsync(shop.Till.Return($"{when}-back-{i}", of, 1));
                    break;
                case 9:
                    shop.Till.Clock.Advance(TimeSpan.FromDays(150));
                    break;
                case 10:
                    await shop.Database.Get<ExpirePoints>().ExecuteAsync(Job, default);
                    break;
                default:
                    shop.Till.Clock.Advance(TimeSpan.FromDays(20));
                    break;
            }
        }
    }

    private static async Task SettleAsync(MergeShop shop) => await shop.Database.Get<ExpirePoints>().ExecuteAsync(Job, default);

    /// <summary>What the program has issued, redeemed, expired and reversed, and sold by the day.</summary>
    private static async Task<string> SumsAsync(MergeShop shop)
    {
        var proof = await shop.Database.Get<LedgerProof>().ExecuteAsync(Job, default);
        await using var db = shop.Database.CreateDbContext();
        var days = await db.DailySales.OrderBy(d => d.Day).Select(d => $"{d.Day} {d.MemberNet} {d.MemberRefunds}").ToListAsync();
        return $"{proof.Totals} {proof.Debt} {string.Join("; ", days)}";
    }
}
