using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Ledger;

public sealed class PointsPoolTests
{
    private static readonly ProgramCalendar Calendar = ProgramCalendar.Of("Europe/Moscow");
    private static readonly DateTime Now = new(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void R1_what_expires_first_is_spent_first_on_whichever_account_it_lies()
    {
        var (anna, boris) = (Lot(1, account: 1, 100, expiresIn: null), Lot(2, account: 2, 50, expiresIn: 30));
        var pool = Pool(2, [anna, boris]);

        pool.Redeem(new Points(60), At(receipt: 7));

        Assert.Equal((90, 0), (anna.Remaining.Value, boris.Remaining.Value));
        Assert.Equal([(1L, 10L), (2L, 50L)], pool.Accounts.SelectMany(a => a.NewEntries).Select(e => (e.AccountId, e.Points.Value)).Order());
        Assert.All(pool.Accounts.SelectMany(a => a.NewEntries), e => Assert.Equal((EntryKind.Redemption, 7L), (e.Kind, e.ReceiptId)));
    }

    [Fact]
    public void R4_spent_points_go_back_to_their_own_lots_the_latest_expiry_first()
    {
        var (anna, boris) = (Lot(1, account: 1, 100, expiresIn: null), Lot(2, account: 2, 50, expiresIn: 30));
        var pool = Pool(2, [anna, boris]);
        pool.Redeem(new Points(60), At(receipt: 7));

        Restore(pool, 7, 15);

        Assert.Equal((100, 5), (anna.Remaining.Value, boris.Remaining.Value));
        Restore(pool, 7, 45);
        Assert.Equal((100, 50), (anna.Remaining.Value, boris.Remaining.Value));
        Assert.Throws<InvalidOperationException>(() => Restore(pool, 7, 1));
    }

    [Fact]
    public void More_than_all_have_together_is_not_spent_and_nothing_is_taken()
    {
        var (anna, boris) = (Lot(1, account: 1, 40, expiresIn: null), Lot(2, account: 2, 50, expiresIn: 30));
        var pool = Pool(2, [anna, boris]);

        Assert.Equal(90, pool.Available.Value);
        Assert.Throws<InvalidOperationException>(() => pool.Redeem(new Points(91), At(receipt: 7)));
        Assert.Throws<InvalidOperationException>(() => pool.SetAside(new Points(91)));
        Assert.Equal((40, 50), (anna.Remaining.Value, boris.Remaining.Value));
    }

    [Fact]
    public void A_debt_is_its_accounts_own_and_lowers_nothing_of_the_others()
    {
        var pool = Pool(2, [Lot(2, account: 2, 50, expiresIn: 30)]);
        pool.Accounts[0].Owe(new Points(70));

        Assert.Equal(50, pool.Available.Value);
        pool.Redeem(new Points(50), At(receipt: 7));

        Assert.Equal((0, 70), (pool.Available.Value, pool.Accounts[0].Account.Debt.Value));
    }

    [Fact]
    public void R1_spending_from_many_accounts_takes_from_each_lot_what_one_account_of_all_lots_would()
    {
        var lots = Gen.Choose(1, 4).SelectMany(account => Gen.Choose(1, 60).SelectMany(points => Gen.Choose(0, 5).Select(expiry => (account, points, expiry)))).ListOf(8);
        var deeds = Gen.Choose(0, 4).SelectMany(kind => Gen.Choose(1, 90).Select(points => (kind, points))).ListOf(14);
        Prop.ForAll(lots.SelectMany(l => deeds.Select(d => (Lots: l, Deeds: d))).ToArbitrary(), game =>
        {
            PointsLot[] Make(bool together) =>
                [.. game.Lots.Select((l, i) => Lot(i + 1, together ? 1 : l.account, l.points, l.expiry == 0 ? null : l.expiry * 10))];
            var (many, one) = (Make(together: false), Make(together: true));
            var (pool, single) = (new Player(Pool(4, many)), new Player(Pool(1, one)));
            foreach (var (kind, points) in game.Deeds)
            {
                pool.Play(kind, points);
                single.Play(kind, points);
                Assert.Equal(one.Select(l => (l.Id, l.Remaining, l.Held)), many.Select(l => (l.Id, l.Remaining, l.Held)));
            }

            foreach (var account in pool.Pool.Accounts)
            {
                long Sum(EntryKind kind) => account.NewEntries.Where(e => e.Kind == kind).Sum(e => e.Points.Value);
                var own = many.Where(l => l.AccountId == account.Account.Id).ToList();
                Assert.Equal(own.Sum(l => l.Amount.Value) - own.Sum(l => l.Remaining.Value), Sum(EntryKind.Redemption) - Sum(EntryKind.Restore));
            }
        }).QuickCheckThrowOnFailure();
    }

    private static void Restore(PointsPool pool, long receipt, long points) =>
        pool.Restore(new Points(points), receipt, RestoreExpiredPolicy.OriginalExpiry, Now, _ => Now.AddDays(30), At(receipt), Calendar);

    private static EntryContext At(long receipt) => new() { At = Now, Day = Calendar.DayOf(Now), ReceiptId = receipt };

    private static PointsLot Lot(long id, long account, long points, int? expiresIn) => new()
    {
        Id = id,
        AccountId = account,
        EntryId = id,
        Amount = new Points(points),
        Remaining = new Points(points),
        RuleKey = "main",
        EarnedAt = Now.AddDays(-30 + (id % 3)),
        ActivatesAt = DateTime.MinValue,
        ExpiresAt = expiresIn is { } days ? Now.AddDays(days) : ProgramCalendar.Never,
    };

    private static PointsPool Pool(int accounts, PointsLot[] lots)
    {
        var number = 100L;
        var numbers = new LedgerNumbers(() => ++number, () => ++number);
        return new PointsPool([.. Enumerable.Range(1, accounts).Select(id => new AccountLedger(
            new Account { Id = id, MemberId = id, ProgramId = 1 }, lots.Where(l => l.AccountId == id), [], Now, numbers))]);
    }

    /// <summary>Receipts, returns and holds, one after another.</summary>
    private sealed class Player(PointsPool pool)
    {
        private readonly Dictionary<long, long> spent = [];
        private long receipt;
        private IReadOnlyList<LotUse> held = [];

        public PointsPool Pool => pool;

        public void Play(int kind, int points)
        {
            switch (kind)
            {
                case 0 or 1:
                    var wanted = Math.Min(pool.Available.Value, points);
                    spent[++receipt] = wanted;
                    pool.Redeem(new Points(wanted), At(receipt));
                    break;
                case 2 when receipt > 0:
                    var back = Math.Min(spent[receipt], points);
                    spent[receipt] -= back;
                    Restore(pool, receipt, back);
                    break;
                case 3 when held.Count == 0:
                    held = pool.SetAside(new Points(Math.Min(pool.Available.Value, points)));
                    var hold = new Hold
                    {
                        Id = 1,
                        ReceiptKey = "r",
                        Points = Points.Zero,
                        CreatedAt = Now,
                        ExpiresAt = Now,
                        Payload = "",
                        PayloadHash = "",
                        Decision = "",
                        Lots = [.. held.Select(u => new HoldLot { HoldId = 1, LotId = u.Lot.Id, Points = u.Points })],
                    };
                    held = pool.SetAsideBy(hold);
                    break;
                case 4:
                    var paid = Math.Min(held.Sum(u => u.Points.Value), points);
                    spent[++receipt] = paid;
                    pool.RedeemHeld(held, new Points(paid), At(receipt));
                    held = [];
                    break;
            }
        }
    }
}
