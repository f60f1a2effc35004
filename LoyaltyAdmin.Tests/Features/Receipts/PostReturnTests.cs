using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Receipts;

public sealed class PostReturnTests
{
    [Fact]
    public async Task R4_three_returns_of_one_piece_each_reverse_33_34_and_33()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 2000m, quantity: 3));

        var reversed = new List<long>();
        for (var i = 1; i <= 3; i++)
        {
            var result = await till.PostAsync(till.Return($"x{i}", "r1", 1));
            reversed.Add(result.Return!.Reversed.Value);
        }

        Assert.Equal([33, 34, 33], reversed);
        Assert.Equal(0, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task R4_the_points_part_comes_back_as_points_and_the_money_part_as_money()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 300);
        await till.PostAsync(till.Sale("r1", "anna", 1000m, redeem: 300));

        var result = await till.PostAsync(till.Return("x1", "r1", 1));

        Assert.Equal(70000, result.Return!.Refund.Minor);
        Assert.Equal(300, result.Return.Restored.Value);
        Assert.Equal(35, result.Return.Reversed.Value);
        Assert.Equal(300, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task R4_what_the_member_has_spent_meanwhile_becomes_a_debt_that_the_next_accrual_repays()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 2000m));
        await till.PostAsync(till.Sale("r2", "anna", 400m, redeem: 100));

        var result = await till.PostAsync(till.Return("x1", "r1", 1));

        // 100 were earned and spent; the second purchase left 15.
        Assert.Equal((100, 85), (result.Return!.Reversed.Value, result.Return.Debt.Value));
        await till.PostAsync(till.Sale("r3", "anna", 2000m));
        var account = await till.AccountAsync("anna");
        Assert.Equal((15, 0), (account.Available.Value, account.Debt.Value));
        Assert.Contains(await till.EntriesAsync("anna"), e => e is { Kind: EntryKind.DebtRepayment, Points.Value: 85 });
    }

    [Fact]
    public async Task R4_points_that_expired_meanwhile_count_as_given_back()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 2000m, quantity: 2));
        till.Clock.Advance(TimeSpan.FromDays(400));

        var first = await till.PostAsync(till.Return("x1", "r1", 1));
        var second = await till.PostAsync(till.Return("x2", "r1", 1));

        Assert.Equal((0, 0), (first.Return!.Reversed.Value, first.Return.Debt.Value));
        Assert.Equal((0, 0), (second.Return!.Reversed.Value, second.Return.Debt.Value));
        Assert.Equal(0, (await till.AccountAsync("anna")).Debt.Value);
    }

    [Theory]
    [InlineData(RestoreExpiredPolicy.Grace, 100)]
    [InlineData(RestoreExpiredPolicy.NewLot, 100)]
    [InlineData(RestoreExpiredPolicy.OriginalExpiry, 0)]
    public async Task R4_points_whose_lot_has_expired_come_back_by_the_policy(RestoreExpiredPolicy policy, long available)
    {
        using var till = await Till.OpenAsync(new ProgramConditions
        {
            Accrual = new AccrualConditions { Percent = 5 },
            Returns = new ReturnConditions { RestoreExpired = policy },
        });
        await till.MemberAsync("anna", points: 100);
        till.Clock.Advance(TimeSpan.FromDays(360));
        await till.PostAsync(till.Sale("r1", "anna", 400m, redeem: 100));
        till.Clock.Advance(TimeSpan.FromDays(20));

        await till.PostAsync(till.Return("x1", "r1", 1));

        Assert.Equal(available, (await till.AccountAsync("anna")).Available.Value);
        till.Clock.Advance(TimeSpan.FromDays(31));
        await till.PostAsync(till.Sale("r2", "anna", 0m));
        Assert.Equal(policy == RestoreExpiredPolicy.NewLot ? 100 : 0, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task R4_conditions_of_the_receipt_hold_for_its_return_whatever_they_are_today()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 2000m));
        var next = new ProgramVersion { ProgramId = 1, Number = 2, Conditions = new ProgramConditions { Accrual = new AccrualConditions { Percent = 10 } } };
        next.Publish(till.Clock.UtcNow, till.Clock.UtcNow, "test");
        await till.Database.AddAsync(next);
        till.Clock.Advance(TimeSpan.FromHours(1));

        var result = await till.PostAsync(till.Return("x1", "r1", 1));

        Assert.Equal(100, result.Return!.Reversed.Value);
        Assert.Equal(200, (await till.PostAsync(till.Sale("r2", "anna", 2000m))).Receipt!.Accrued.Value);
    }

    [Fact]
    public async Task More_than_was_bought_cannot_come_back_not_even_in_parallel()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 2000m, quantity: 2));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => i % 2 == 0
            ? await till.PostAsync(till.Return($"x{i}", "r1", 1))
            : (await till.ImportAsync(till.Return($"x{i}", "r1", 1)))[0])));

        Assert.Equal(2, results.Count(r => r.Return is not null));
        Assert.All(results.Where(r => r.Return is null), r => Assert.Equal("Receipts.ReturnTooMuch", r.Rejection?.Code));
        Assert.Equal(0, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task An_imported_return_takes_the_members_latest_lines_of_the_sku_and_the_rest_comes_without_receipt()
    {
        using var till = await Till.OpenAsync();
        var day = till.Clock.UtcNow.AddDays(-30);
        await till.ImportAsync(
            till.Sale("a", "anna", 1000m, day, source: ReceiptSource.Import),
            till.Sale("b", "anna", 600m, day.AddDays(1), source: ReceiptSource.Import));

        await till.ImportAsync(new ReturnPosting
        {
            Key = "x",
            PayloadHash = "x",
            Member = Till.Named("anna"),
            Source = ReceiptSource.Import,
            OccurredAt = day.AddDays(2),
            Lines = [new ReturnPostingLine { Sku = "A", Quantity = Quantity.Of(3), Refund = Money.Of(1800m) }],
        });

        await using var db = till.Database.CreateDbContext();
        var goods = await db.Returns.Include(r => r.Lines).SingleAsync();
        Assert.Equal([60000L, 100000L, 20000L], goods.Lines.OrderBy(l => l.Number).Select(l => l.Refund.Minor));
        Assert.Equal([30L, 50L, 0L], goods.Lines.OrderBy(l => l.Number).Select(l => l.Reversed.Value));
        Assert.Equal(180000, goods.Refund.Minor);
        Assert.Equal(0, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task A_return_of_an_unknown_receipt_or_line_is_refused()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 100m));

        Assert.Equal("Receipts.ReceiptUnknown", (await till.PostAsync(till.Return("x", "none", 1))).Rejection?.Code);
        var wrongLine = till.Return("y", "r1", 1) with { Lines = [new ReturnPostingLine { Line = 7, Quantity = Quantity.Of(1) }] };
        Assert.Equal("Receipts.LineUnknown", (await till.PostAsync(wrongLine)).Rejection?.Code);
    }

    [Fact]
    public async Task R4_a_deficit_can_be_held_back_from_the_refund()
    {
        using var till = await Till.OpenAsync(new ProgramConditions { Returns = new ReturnConditions { Deficit = DeficitPolicy.HoldBackFromRefund } });
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 2000m));
        await till.PostAsync(till.Sale("r2", "anna", 400m, redeem: 100));

        var result = await till.PostAsync(till.Return("x1", "r1", 1));

        Assert.Equal((191500, 0), (result.Return!.Refund.Minor, result.Return.Debt.Value));
    }
}
