using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Rollups;

public sealed class RollupBatchTests
{
    private static readonly DateOnly January = new(2026, 1, 10);
    private static readonly DateOnly February = new(2026, 2, 10);
    private static readonly DateOnly March = new(2026, 3, 10);

    [Fact]
    public async Task A_second_receipt_in_a_month_makes_the_member_no_more_active()
    {
        using var database = await TestDatabase.WithProgramAsync();
        var shop = new RawShop(database);

        await shop.PostAsync(new Deal(1, January, 100));
        await shop.PostAsync(new Deal(1, January.AddDays(3), 200), new Deal(1, January.AddDays(4), 300));

        await using var db = database.CreateDbContext();
        var month = await db.CohortMonths.SingleAsync();
        Assert.Equal((1, 3, 600), (month.Active, month.Receipts, month.Revenue));
    }

    [Fact]
    public async Task A_sale_before_the_first_moves_the_member_to_the_earlier_cohort()
    {
        using var database = await TestDatabase.WithProgramAsync();
        var shop = new RawShop(database);

        await shop.PostAsync(new Deal(1, March, 100), new Deal(2, March, 70));
        await shop.PostAsync(new Deal(1, January, 50));

        await using var db = database.CreateDbContext();
        var cells = await db.CohortMonths.OrderBy(c => c.Cohort).ThenBy(c => c.Month)
            .Select(c => new { c.Cohort.Month, Of = c.Month.Month, c.Active, c.Revenue }).ToListAsync();
        Assert.Equal([(1, 1, 1, 50L), (1, 3, 1, 100L), (3, 3, 1, 70L)], cells.Select(c => (c.Month, c.Of, c.Active, c.Revenue)));
        Assert.Equal(January, (await db.Accounts.SingleAsync(a => a.Id == 1)).FirstReceiptOn);
    }

    [Fact]
    public async Task A_month_of_refunds_only_has_revenue_and_nobody_active()
    {
        using var database = await TestDatabase.WithProgramAsync();
        var shop = new RawShop(database);

        await shop.PostAsync(new Deal(1, January, 100));
        await shop.PostAsync(new Deal(1, February, 40, IsReturn: true));

        await using var db = database.CreateDbContext();
        var month = await db.CohortMonths.SingleAsync(c => c.Month == Month.Of(February));
        Assert.Equal((0, -40), (month.Active, month.Revenue));
        Assert.Equal(60, (await db.Accounts.SingleAsync()).NetRevenueMinor);
    }

    [Fact]
    public async Task A_refund_before_any_receipt_waits_for_the_first()
    {
        using var database = await TestDatabase.WithProgramAsync();
        var shop = new RawShop(database);

        await shop.PostAsync(new Deal(1, January, 40, IsReturn: true));
        await using (var db = database.CreateDbContext())
        {
            Assert.Empty(await db.CohortMonths.ToListAsync());
        }

        await shop.PostAsync(new Deal(1, February, 100));
        await using (var db = database.CreateDbContext())
        {
            Assert.Equal(-40, (await db.CohortMonths.SingleAsync(c => c.Month == Month.Of(January))).Revenue);
        }
    }

    [Fact]
    public async Task A_batch_that_was_not_told_of_a_back_dated_sale_refuses_it()
    {
        using var database = await TestDatabase.WithProgramAsync();
        await using var db = database.CreateDbContext();
        var account = new Account { Id = 1, MemberId = 1, ProgramId = 1, FirstReceiptOn = January, LastReceiptOn = March, Receipts = 2 };
        var batch = await RollupBatch.BeginAsync(db, [new RollupBatch.Touch(account, March)], default);

        Assert.Throws<InvalidOperationException>(() => batch.Sale(account, new LoyaltyAdmin.Domain.Receipts.Receipt
        {
            Id = 1,
            Key = "late",
            MemberId = 1,
            OccurredAt = DateTime.UnixEpoch,
            Day = February,
            Gross = Money.Zero,
            Net = Money.Zero,
            PayloadHash = "",
            RecordedAt = DateTime.UnixEpoch,
        }));
    }

    [Fact]
    public async Task Points_add_up_by_day_kind_and_block()
    {
        using var database = await TestDatabase.WithProgramAsync();
        await using var db = database.CreateDbContext();
        var batch = await RollupBatch.BeginAsync(db, [], default);
        foreach (var (kind, points) in new[] { (EntryKind.Accrual, 5), (EntryKind.Accrual, 7), (EntryKind.Redemption, 4) })
        {
            batch.Entry(new LedgerEntry
            {
                Id = points,
                AccountId = 1,
                Kind = kind,
                Points = new Points(points),
                At = DateTime.UnixEpoch,
                Day = January,
                RecordedAt = DateTime.UnixEpoch,
            });
        }

        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await batch.WriteAsync(db, database.Sql, default);
            await transaction.CommitAsync();
        }

        var days = await db.DailyPoints.OrderBy(p => p.Kind).Select(p => new { p.Kind, p.Points }).ToListAsync();
        Assert.Equal([(EntryKind.Accrual, 12L), (EntryKind.Redemption, 4L)], days.Select(d => (d.Kind, d.Points)));
    }

    [Fact]
    public void Any_sequence_in_any_batches_gives_what_a_rebuild_gives()
    {
        var deal =
            from member in Gen.Choose(0, 3)
            from day in Gen.Choose(0, 150)
            from amount in Gen.Choose(0, 500)
            from isReturn in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
            from store in Gen.Elements("", "A", "B")
            select new Deal(member == 0 ? null : member, new DateOnly(2026, 1, 1).AddDays(day), amount, isReturn, store);
        var batches = deal.NonEmptyListOf().Select(b => b.Take(6).ToList()).ListOf().Select(b => b.Take(8).ToList());

        Prop.ForAll(batches.ToArbitrary(), sequence => Agrees(sequence).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static async Task<bool> Agrees(List<List<Deal>> batches)
    {
        using var database = await TestDatabase.WithProgramAsync();
        var shop = new RawShop(database);
        foreach (var batch in batches)
        {
            await shop.PostAsync(batch);
        }

        var check = database.Make<CheckRollups>();
        Assert.Empty(await check.ExecuteAsync(default));
        var before = await SnapshotAsync(database);
        await database.Make<RebuildRollups>().ExecuteAsync(Actor.System("test"), default);
        Assert.Equal(before, await SnapshotAsync(database));
        return true;
    }

    private static async Task<List<string>> SnapshotAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var sales = await db.DailySales.AsNoTracking().OrderBy(d => d.Day).ThenBy(d => d.Store).ToListAsync();
        var cohorts = await db.CohortMonths.AsNoTracking().OrderBy(c => c.Cohort).ThenBy(c => c.Month).ToListAsync();
        var accounts = await db.Accounts.AsNoTracking().OrderBy(a => a.Id).ToListAsync();
        return
        [
            .. sales.Where(d => d.Receipts > 0 || d.Refunds > 0).Select(d =>
                $"{d.Day:O} {d.Store} {d.Receipts} {d.MemberReceipts} {d.Gross} {d.Discount} {d.Redeemed} {d.Net} {d.MemberNet} {d.Refunds} {d.MemberRefunds} {d.Units}"),
            .. cohorts.Where(c => c.Active != 0 || c.Receipts != 0 || c.Revenue != 0).Select(c => $"{c.Cohort:O} {c.Month:O} {c.Active} {c.Receipts} {c.Revenue}"),
            .. accounts.Select(a => $"{a.Id} {a.FirstReceiptOn:O} {a.LastReceiptOn:O} {a.Receipts} {a.NetRevenueMinor}"),
        ];
    }
}
