using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Duplicates;

public sealed class MergeMembersTests
{
    [Fact]
    public async Task R16_lots_keep_their_own_expiry_and_the_points_add_up()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100);
        shop.Till.Clock.Advance(TimeSpan.FromDays(40));
        var anya = await shop.MemberAsync("anya", points: 30);
        var before = await LotsAsync(shop);

        await shop.MergeAsync(anya, anna);

        Assert.Equal((130, 0, 2), await shop.AccountAsync(anna));
        Assert.Equal((0, 0, 0), await shop.AccountAsync(anya));
        Assert.Equal(before, await LotsAsync(shop));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task R16_everything_that_named_the_other_names_the_survivor()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", card: "7000 0001", phone: "+79161234567", email: "anna@example.com");
        var anya = await shop.MemberAsync("anya", card: "7000 0002", phone: "+79161234568", email: "anya@example.com");

        await shop.MergeAsync(anya, anna, MergeField.Phone);

        MemberKey[] keys =
        [
            MergeShop.Card("70000001"), MergeShop.Card("70000002"), Till.Named("anna"), Till.Named("anya"),
            new(MemberKeyKind.Phone, "+79161234567"), new(MemberKeyKind.Phone, "+79161234568"),
            new(MemberKeyKind.Email, "anna@example.com"), new(MemberKeyKind.Email, "anya@example.com"),
            new(MemberKeyKind.Id, $"{anna}"), new(MemberKeyKind.Id, $"{anya}"),
        ];
        foreach (var (key, i) in keys.Select((key, i) => (key, i)))
        {
            Assert.Equal(anna, await shop.Database.Get<MemberQueries>().FindAsync(key, default));
            Assert.Equal(anna, (await shop.SellAsync($"r{i}", key, 100m)).Receipt!.MemberId);
        }

        Assert.Equal((50, 0, 10), await shop.AccountAsync(anna));
        Assert.Equal("+79161234568", (await shop.Database.Get<MemberQueries>().DetailsAsync(anna, default))!.Profile.Phone);
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task R16_to_register_with_an_old_name_finds_the_survivor()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var anya = await shop.MemberAsync("anya", phone: "+79161234568");
        await shop.MergeAsync(anya, anna);

        Assert.Equal(anna, await shop.MemberAsync("anya", phone: "+79161234568"));
        var other = await shop.Database.Get<RegisterMember>().ExecuteAsync(
            MergeShop.Clerk, new MemberRegistration { Profile = new MemberProfile { Phone = "+79161234568" } }, default);
        Assert.Equal("Members.PhoneTaken", other.Rejection?.Code);
        Assert.Equal(anna, other.Rejection?.Arguments[1]);
    }

    [Fact]
    public async Task R16_chains_end_at_the_last_and_come_apart_from_the_end()
    {
        using var shop = await MergeShop.OpenAsync();
        var (a, b, c) = (await shop.MemberAsync("a", points: 10, card: "70000001"), await shop.MemberAsync("b", points: 20), await shop.MemberAsync("c", points: 30));
        var before = await shop.RowsAsync();
        var first = (await shop.MergeAsync(a, b)).Value.MergeId;
        var second = (await shop.MergeAsync(b, c)).Value.MergeId;

        Assert.Equal(c, await shop.Database.Get<MemberQueries>().FindAsync(Till.Named("a"), default));
        Assert.Equal((60, 0, 3), await shop.AccountAsync(c));
        Assert.Equal("Duplicates.SurvivorMerged", (await shop.PartAsync(first)).Rejection?.Code);
        Assert.Null((await shop.PartAsync(second)).Rejection);
        Assert.Equal(b, await shop.Database.Get<MemberQueries>().FindAsync(MergeShop.Card("70000001"), default));
        Assert.Null((await shop.PartAsync(first)).Rejection);
        Assert.Equal(before, await shop.RowsAsync());
    }

    [Fact]
    public async Task Of_two_merged_into_one_the_later_is_parted_first()
    {
        using var shop = await MergeShop.OpenAsync();
        var (a, b, c) = (await shop.MemberAsync("a", points: 10), await shop.MemberAsync("b", points: 20), await shop.MemberAsync("c", points: 30));
        var first = (await shop.MergeAsync(a, c)).Value.MergeId;
        await shop.MergeAsync(b, c);

        Assert.Equal("Duplicates.LaterFirst", (await shop.PartAsync(first)).Rejection?.Code);
    }

    [Fact]
    public async Task R16_goods_of_the_other_come_back_to_the_survivor_and_points_to_their_lots()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100);
        var anya = await shop.MemberAsync("anya", points: 60);
        await shop.Till.PostAsync(shop.Till.Sale("r1", "anya", 200m, redeem: 60));
        await shop.MergeAsync(anya, anna);

        var goods = (await shop.Till.PostAsync(shop.Till.Return("x1", "r1", 1))).Return!;

        Assert.Equal((60, 7), (goods.Restored.Value, goods.Reversed.Value));
        Assert.Equal(anna, goods.MemberId);
        Assert.Equal((160, 0, 3), await shop.AccountAsync(anna));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task R16_old_receipts_of_the_other_posted_again_are_replays()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100);
        var anya = await shop.MemberAsync("anya");
        var sale = shop.Till.Sale("r1", "anya", 200m);
        await shop.Till.PostAsync(sale);
        await shop.MergeAsync(anya, anna);

        var again = await shop.Till.PostAsync(sale);

        Assert.True(again.Replayed);
        Assert.Equal((110, 0, 2), await shop.AccountAsync(anna));
    }

    [Fact]
    public async Task R16_open_holds_follow_and_are_confirmed_by_the_survivor()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var anya = await shop.MemberAsync("anya", points: 60);
        var hold = await shop.Till.HoldAsync(shop.Till.Sale("r1", "anya", 200m, redeem: 40));
        await shop.MergeAsync(anya, anna);
        await shop.AssertSoundAsync();

        var receipt = (await shop.Till.PostAsync(Till.Confirm(hold))).Receipt!;

        Assert.Equal((anna, 40), (receipt.MemberId, receipt.RedeemedPoints.Value));
        Assert.Equal((60 - 40 + 8, 0, 2), await shop.AccountAsync(anna));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task R16_a_debt_moves_along()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var anya = await shop.MemberAsync("anya", points: 60);
        await shop.Till.PostAsync(shop.Till.Sale("r1", "anya", 200m, redeem: 60));
        await shop.Till.PostAsync(shop.Till.Return("x1", "join-anya", 1));
        var owed = (await shop.AccountAsync(anya)).Debt;
        var merge = (await shop.MergeAsync(anya, anna)).Value.MergeId;

        Assert.Equal(owed, (await shop.AccountAsync(anna)).Debt);
        Assert.Equal(0, (await shop.AccountAsync(anya)).Debt);
        await shop.PartAsync(merge);
        Assert.Equal(owed, (await shop.AccountAsync(anya)).Debt);
        Assert.Equal(0, (await shop.AccountAsync(anna)).Debt);
    }

    [Fact]
    public async Task R16_the_survivor_is_one_customer_and_no_sum_changes()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100);
        shop.Till.Clock.Advance(TimeSpan.FromDays(40));
        var anya = await shop.MemberAsync("anya", points: 60);
        await shop.Till.PostAsync(shop.Till.Sale("r1", "anya", 200m, redeem: 60));
        var (days, points, buyers) = await FiguresAsync(shop);

        await shop.MergeAsync(anya, anna);

        var after = await FiguresAsync(shop);
        Assert.Equal(days, after.Days);
        Assert.Equal(points, after.Points);
        Assert.Equal((2, 1), (buyers, after.Buyers));
    }

    [Fact]
    public async Task R16_both_histories_say_who_merged_whom_and_why()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var anya = await shop.MemberAsync("anya", phone: "+79161234568");
        await shop.MergeAsync(anya, anna);

        await using var db = shop.Database.CreateDbContext();
        var entries = await db.AuditEntries.Where(a => a.Reason == "One person").OrderBy(a => a.SubjectId).ToListAsync();
        Assert.Equal([$"{anna}", $"{anya}"], entries.Select(e => e.SubjectId).Order());
        Assert.All(entries, e => Assert.Equal("clerk@example.com", e.Author));
        Assert.Contains($"\"MergedIntoId\":{anna}", entries.Single(e => e.SubjectId == $"{anya}").After, StringComparison.Ordinal);
        Assert.Contains("79161234568", entries.Single(e => e.SubjectId == $"{anna}").After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_merge_again_changes_nothing()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100);
        var anya = await shop.MemberAsync("anya", points: 60);
        var merged = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => shop.MergeAsync(anya, anna))));

        var accepted = merged.Where(m => m.Rejection is null).ToList();
        Assert.Single(accepted, m => !m.Value.Replayed);
        Assert.Single(accepted.Select(m => m.Value.MergeId).Distinct());
        Assert.Equal((160, 0, 2), await shop.AccountAsync(anna));
        await shop.AssertSoundAsync();
    }

    [Fact]
    public async Task What_must_not_be_merged_is_refused_with_its_reason()
    {
        using var shop = await MergeShop.OpenAsync();
        var (anna, anya, boris) = (await shop.MemberAsync("anna"), await shop.MemberAsync("anya"), await shop.MemberAsync("boris"));
        await shop.Database.Get<BlockMember>().BlockAsync(MergeShop.Clerk, boris, "Fraud", default);

        Assert.Equal("Duplicates.SameMember", (await shop.MergeAsync(anna, anna)).Rejection?.Code);
        Assert.Equal("Members.Unknown", (await shop.MergeAsync(anna, 999)).Rejection?.Code);
        Assert.Equal("Duplicates.Blocked", (await shop.MergeAsync(boris, anna)).Rejection?.Code);
        await shop.MergeAsync(anya, anna);
        Assert.Equal("Members.Merged", (await shop.MergeAsync(anya, boris)).Rejection?.Code);
        var order = new MergeMembers.Order { SourceId = boris, TargetId = anna, Versions = (0, 0), Reason = "One person" };
        await shop.Database.Get<BlockMember>().UnblockAsync(MergeShop.Clerk, boris, "Innocent", default);
        Assert.Equal("Common.ChangedByAnother", (await shop.Make<MergeMembers>().ExecuteAsync(MergeShop.Clerk, order, default)).Rejection?.Code);
        Assert.Equal("Members.ReasonMissing", (await shop.Make<MergeMembers>().ExecuteAsync(MergeShop.Clerk, order with { Reason = " " }, default)).Rejection?.Code);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => shop.Make<MergeMembers>().ExecuteAsync(new Actor("boss", Roles.PermissionsOf(Roles.Manager)), order, default));
    }

    [Fact]
    public async Task A_merged_member_is_no_longer_changed()
    {
        using var shop = await MergeShop.OpenAsync();
        var (anna, anya) = (await shop.MemberAsync("anna"), await shop.MemberAsync("anya"));
        await shop.MergeAsync(anya, anna);
        var profile = new MemberProfile { FirstName = "x", ExternalId = "anya" };

        Assert.Equal("Members.Merged", (await shop.Database.Get<EditMember>().ExecuteAsync(MergeShop.Clerk, anya, 1, profile, default)).Rejection?.Code);
        Assert.Equal("Members.Merged", (await shop.Database.Get<BlockMember>().BlockAsync(MergeShop.Clerk, anya, "x", default))?.Code);
        Assert.Equal("Members.Merged", (await shop.Database.Get<AddCard>().ExecuteAsync(MergeShop.Clerk, anya, "70000009", false, default)).Rejection?.Code);
        Assert.Equal(
            "Members.Merged",
            (await shop.Database.Get<CorrectPoints>().ExecuteAsync(Actor.System("test"), anya, true, 5, "Gift", "op", default)).Rejection?.Code);
    }

    [Fact]
    public async Task R16_a_till_that_sells_while_members_are_merged_and_parted_loses_and_doubles_nothing()
    {
        using var shop = await MergeShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", points: 100, card: "70000001");
        var anya = await shop.MemberAsync("anya", points: 100, card: "70000002");
        var selling = Enumerable.Range(0, 40).Select(i => Task.Run(
            () => shop.SellAsync($"r{i}", MergeShop.Card(i % 2 == 0 ? "70000001" : "70000002"), 20m, redeem: i % 4 == 0 ? 6 : 0)));
        var merging = Task.Run(async () =>
        {
            for (var i = 0; i < 6; i++)
            {
                if ((await shop.MergeAsync(anya, anna)).Accepted(out var merged, out _))
                {
                    await shop.PartAsync(merged.MergeId);
                }
            }
        });
        var sold = await Task.WhenAll(selling);
        await merging;

        var spent = sold.Sum(s => s.Receipt!.RedeemedPoints.Value);
        var earned = 200 + sold.Sum(s => s.Receipt!.Accrued.Value);
        Assert.Equal(earned - spent, (await shop.AccountAsync(anna)).Available + (await shop.AccountAsync(anya)).Available);
        await shop.AssertSoundAsync();
        await using var db = shop.Database.CreateDbContext();
        Assert.False(await db.Receipts.AnyAsync(r => db.Members.Any(m => m.Id == r.MemberId && m.MergedIntoId != null)));
    }

    private static async Task<List<string>> LotsAsync(MergeShop shop)
    {
        await using var db = shop.Database.CreateDbContext();
        return (await db.Lots.AsNoTracking().OrderBy(l => l.Id).ToListAsync())
            .ConvertAll(l => $"{l.Id} {l.Amount.Value} {l.Remaining.Value} {l.Block} {l.RuleKey} {l.ReceiptId} {l.EarnedAt:O} {l.ActivatesAt:O} {l.ExpiresAt:O}");
    }

    private static async Task<(List<string> Days, List<string> Points, int Buyers)> FiguresAsync(MergeShop shop)
    {
        await using var db = shop.Database.CreateDbContext();
        return (
            (await db.DailySales.AsNoTracking().OrderBy(d => d.Day).ToListAsync()).ConvertAll(d => $"{d.Day} {d.Receipts} {d.MemberReceipts} {d.Net} {d.MemberNet} {d.Redeemed}"),
            (await db.DailyPoints.AsNoTracking().OrderBy(d => d.Day).ThenBy(d => d.Kind).ToListAsync()).ConvertAll(d => $"{d.Day} {d.Kind} {d.Points}"),
            await db.CohortMonths.Where(c => c.Cohort == c.Month).SumAsync(c => c.Active));
    }
}
