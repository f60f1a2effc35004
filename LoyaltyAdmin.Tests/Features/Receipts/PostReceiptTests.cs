using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Receipts;

public sealed class PostReceiptTests
{
    [Fact]
    public async Task A_purchase_earns_points_on_the_members_account()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");

        var result = await till.PostAsync(till.Sale("r1", "anna", 1990.50m));

        Assert.Null(result.Rejection);
        Assert.Equal(99, result.Receipt!.Accrued.Value);
        Assert.Equal(99, result.Receipt.BalanceAfter.Value);
        Assert.Equal(99, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task Points_pay_a_part_and_the_paid_part_earns_nothing()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);

        var result = await till.PostAsync(till.Sale("r1", "anna", 334m, redeem: 100));

        Assert.Equal(100, result.Receipt!.RedeemedPoints.Value);
        Assert.Equal(23400, result.Receipt.Net.Minor);
        Assert.Equal(11, result.Receipt.Accrued.Value);
        Assert.Equal([EntryKind.Accrual, EntryKind.Redemption, EntryKind.Accrual], (await till.EntriesAsync("anna")).Select(e => e.Kind));
    }

    [Fact]
    public async Task The_same_receipt_again_is_the_same_answer_and_other_content_is_a_conflict()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");

        var first = await till.PostAsync(till.Sale("r1", "anna", 100m));
        var again = await till.PostAsync(till.Sale("r1", "anna", 100m));
        var other = await till.PostAsync(till.Sale("r1", "anna", 101m));

        Assert.False(first.Replayed);
        Assert.True(again.Replayed);
        Assert.Equal(first.Receipt!.Id, again.Receipt!.Id);
        Assert.Single(again.Receipt.Lines);
        Assert.Equal("Receipts.PayloadConflict", other.Rejection?.Code);
    }

    [Fact]
    public async Task A_receipt_of_an_unknown_member_is_refused_and_leaves_nothing()
    {
        using var till = await Till.OpenAsync();

        var result = await till.PostAsync(till.Sale("r1", "nobody", 100m));

        Assert.Equal("Members.Unknown", result.Rejection?.Code);
        await using var db = till.Database.CreateDbContext();
        Assert.False(await db.Receipts.AnyAsync());
    }

    [Fact]
    public async Task A_receipt_without_a_member_counts_as_a_sale()
    {
        using var till = await Till.OpenAsync();

        var result = await till.PostAsync(till.Sale("r1", null, 100m));

        Assert.Equal(0, result.Receipt!.Accrued.Value);
        await using var db = till.Database.CreateDbContext();
        var day = await db.DailySales.SingleAsync();
        Assert.Equal((1, 0, 10000), (day.Receipts, day.MemberReceipts, day.Net));
    }

    [Fact]
    public async Task R1_of_twenty_parallel_spends_of_the_whole_balance_exactly_one_gets_it()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);

        // Two doors at once: the queue of tills, and batches that bypass it and race on the database itself.
        var posted = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => i % 2 == 0
            ? till.PostAsync(till.Sale($"r{i}", "anna", 334m, redeem: 100))
            : FirstAsync(till.ImportAsync(till.Sale($"r{i}", "anna", 334m, redeem: 100))))));

        Assert.All(posted, p => Assert.Null(p.Rejection));
        Assert.Single(posted, p => p.Receipt!.RedeemedPoints.Value == 100);
        var account = await till.AccountAsync("anna");
        var accrued = 100 + posted.Sum(p => p.Receipt!.Accrued.Value);
        Assert.Equal(accrued - posted.Sum(p => p.Receipt!.RedeemedPoints.Value), account.Available.Value);
    }

    [Fact]
    public async Task One_receipt_posted_twenty_times_in_parallel_is_one_receipt()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");

        var posted = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => i % 2 == 0
            ? till.PostAsync(till.Sale("r1", "anna", 200m))
            : FirstAsync(till.ImportAsync(till.Sale("r1", "anna", 200m))))));

        Assert.Single(posted, p => !p.Replayed);
        Assert.Single(posted.Select(p => p.Receipt!.Id).Distinct());
        Assert.Equal(10, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task An_imported_history_registers_its_members_and_earns_by_its_own_time()
    {
        using var till = await Till.OpenAsync();
        var day = new DateTime(2025, 2, 1, 10, 0, 0, DateTimeKind.Utc);

        await till.ImportAsync(
            till.Sale("a", "anna", 100m, day, source: ReceiptSource.Import),
            till.Sale("b", "anna", 100m, day.AddMonths(8), source: ReceiptSource.Import));

        var account = await till.AccountAsync("anna");
        Assert.Equal(5, account.Available.Value);
        Assert.Equal((new DateOnly(2025, 2, 1), new DateOnly(2025, 10, 1), 2), (account.FirstReceiptOn!.Value, account.LastReceiptOn!.Value, account.Receipts));
    }

    private static async Task<PostingResult> FirstAsync(Task<IReadOnlyList<PostingResult>> results) => (await results)[0];
}
