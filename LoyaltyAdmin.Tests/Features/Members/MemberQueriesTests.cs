using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LoyaltyAdmin.Tests.Features.Members;

public sealed class MemberQueriesTests : MembersTest
{
    private static readonly PageRequest All = new(0, 50);

    private DateTime Now => Database.Clock.UtcNow;

    [Fact]
    public async Task A_member_is_found_by_each_of_their_names()
    {
        var id = (await RegisterAsync(
            new MemberProfile { ExternalId = "crm-1", Phone = "+79161234567", Email = "anna@example.com" }, card: "00012345")).Value.MemberId;
        var queries = Use<MemberQueries>();

        Assert.Equal(id, await queries.FindAsync(new MemberKey(MemberKeyKind.Id, $"{id}"), default));
        Assert.Equal(id, await queries.FindAsync(new MemberKey(MemberKeyKind.ExternalId, "crm-1"), default));
        Assert.Equal(id, await queries.FindAsync(new MemberKey(MemberKeyKind.Card, "00012345"), default));
        Assert.Equal(id, await queries.FindAsync(new MemberKey(MemberKeyKind.Phone, "+79161234567"), default));
        Assert.Equal(id, await queries.FindAsync(new MemberKey(MemberKeyKind.Email, "anna@example.com"), default));
        Assert.Null(await queries.FindAsync(new MemberKey(MemberKeyKind.Email, "maria@example.com"), default));
    }

    [Fact]
    public async Task R1_a_balance_counts_each_lot_by_its_own_time()
    {
        var account = await AccountAsync();
        await LotAsync(account, 1, remaining: 100, expires: Local(2026, 4, 1), held: 30);
        await LotAsync(account, 2, remaining: 50, expires: Local(2026, 4, 1));
        await LotAsync(account, 3, remaining: 7, expires: Local(2026, 3, 11));
        await LotAsync(account, 4, remaining: 20, expires: ProgramCalendar.Never);
        await LotAsync(account, 5, remaining: 40, expires: Local(2026, 9, 1), activates: Now.AddDays(2));
        await LotAsync(account, 6, remaining: 11, expires: Now);
        await LotAsync(account, 7, remaining: 0, expires: Local(2026, 5, 1));
        account.Debt = new Points(5);
        await using (var db = Database.CreateDbContext())
        {
            db.Accounts.Update(account);
            await db.SaveChangesAsync();
        }

        var balance = (await Use<MemberQueries>().BalanceAsync(account.MemberId, Now, default))!;

        Assert.Equal((147, 40, 30, 5), (balance.Available.Value, balance.Pending.Value, balance.Held.Value, balance.Debt.Value));
        Assert.Equal(
            [new ExpiryBucket(new DateOnly(2026, 3, 10), new Points(7)), new ExpiryBucket(new DateOnly(2026, 3, 31), new Points(120))],
            balance.Expiring);
    }

    [Fact]
    public async Task Nobody_has_no_balance_and_no_details()
    {
        Assert.Null(await Use<MemberQueries>().BalanceAsync(404, Now, default));
        Assert.Null(await Use<MemberQueries>().DetailsAsync(404, default));
        Assert.Equal(0, (await Use<MemberHistoryQueries>().EntriesAsync(404, All, default)).Total);
    }

    [Fact]
    public async Task Entries_come_latest_first_with_the_lots_that_they_made_or_took_from()
    {
        var account = await AccountAsync();
        await LotAsync(account, 1, remaining: 40, expires: Local(2026, 4, 1), amount: 100);
        await LotAsync(account, 2, remaining: 50, expires: ProgramCalendar.Never);
        await Database.AddAsync(
            Entry(account, 10, EntryKind.Redemption, 60, Now.AddHours(1)),
            new LotAllocation { EntryId = 10, LotId = 1, Points = new Points(60) });

        var page = await Use<MemberHistoryQueries>().EntriesAsync(account.MemberId, All, default);

        Assert.Equal([10, 2, 1], page.Rows.Select(e => e.Id));
        Assert.Equal([false, true, true], page.Rows.Select(e => e.IsCredit));
        Assert.Equal(new EntryLot(1, new Points(60), new DateOnly(2026, 3, 31)), Assert.Single(page.Rows[0].Lots));
        Assert.Equal(new EntryLot(2, new Points(50), null), Assert.Single(page.Rows[1].Lots));
        Assert.Equal(new EntryLot(1, new Points(100), new DateOnly(2026, 3, 31)), Assert.Single(page.Rows[2].Lots));
    }

    [Fact]
    public async Task Lots_come_in_the_order_of_spending_with_their_state()
    {
        var account = await AccountAsync();
        await LotAsync(account, 1, remaining: 0, expires: Local(2026, 4, 1));
        await LotAsync(account, 2, remaining: 50, expires: ProgramCalendar.Never);
        await LotAsync(account, 3, remaining: 50, expires: Local(2026, 4, 1));
        await LotAsync(account, 4, remaining: 50, expires: Local(2026, 5, 1), activates: Now.AddDays(1));
        await LotAsync(account, 5, remaining: 50, expires: Now);

        var lots = (await Use<MemberHistoryQueries>().LotsAsync(account.MemberId, All, default)).Rows;

        Assert.Equal([5, 3, 4, 2, 1], lots.Select(l => l.Id));
        Assert.Equal([LotState.Expired, LotState.Active, LotState.Pending, LotState.Active, LotState.Spent], lots.Select(l => l.StateAt(Now)));
    }

    [Fact]
    public async Task Receipts_tell_what_came_back_of_them()
    {
        var account = await AccountAsync();
        await Database.AddAsync(new Receipt
        {
            Id = 1,
            Key = "R-1",
            MemberId = account.MemberId,
            OccurredAt = Now,
            Day = new DateOnly(2026, 3, 10),
            Gross = Money.Of(300),
            Net = Money.Of(300),
            PayloadHash = "",
            RecordedAt = Now,
            Lines =
            [
                new ReceiptLine { ReceiptId = 1, Line = 1, Sku = "A", Quantity = Quantity.Of(1), Gross = Money.Of(100), Refunded = Money.Of(100) },
                new ReceiptLine { ReceiptId = 1, Line = 2, Sku = "B", Quantity = Quantity.Of(1), Gross = Money.Of(200) },
            ],
        });

        var row = Assert.Single((await Use<MemberHistoryQueries>().ReceiptsAsync(account.MemberId, All, default)).Rows);

        Assert.Equal(("R-1", Money.Of(300), Money.Of(100)), (row.Key, row.Net, row.Refunded));
    }

    private static DateTime Local(int year, int month, int day) => ProgramCalendar.Of("Europe/Moscow").StartOf(new DateOnly(year, month, day));

    private static LedgerEntry Entry(Account account, long id, EntryKind kind, long points, DateTime at) => new()
    {
        Id = id,
        AccountId = account.Id,
        Kind = kind,
        Points = new Points(points),
        At = at,
        Day = DateOnly.FromDateTime(at),
        RecordedAt = at,
    };

    private async Task<Account> AccountAsync()
    {
        var id = await MemberAsync("Иванов");
        await using var db = Database.CreateDbContext();
        return await db.Accounts.AsNoTracking().SingleAsync(a => a.MemberId == id);
    }

    private Task LotAsync(Account account, long id, long remaining, DateTime expires, DateTime? activates = null, long held = 0, long? amount = null) =>
        Database.AddAsync(
            Entry(account, id, EntryKind.Accrual, amount ?? Math.Max(remaining, 1), Now),
            new PointsLot
            {
                Id = id,
                AccountId = account.Id,
                EntryId = id,
                Amount = new Points(amount ?? Math.Max(remaining, 1)),
                Remaining = new Points(remaining),
                Held = new Points(held),
                RuleKey = "main",
                EarnedAt = Now,
                ActivatesAt = activates ?? Now,
                ExpiresAt = expires,
            });
}
