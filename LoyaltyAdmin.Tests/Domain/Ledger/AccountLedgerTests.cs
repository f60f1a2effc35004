using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Ledger;

public sealed class AccountLedgerTests
{
    private static readonly ProgramCalendar Calendar = ProgramCalendar.Of("Europe/Moscow");

    [Fact]
    public void R1_what_expires_first_is_spent_first_and_nothing_burns()
    {
        var book = new Book();
        book.Now = Day(1, 1);
        book.Ledger.Accrue(Credit(100, ProgramCalendar.Never), At(book.Now));
        book.Reopen(Day(2, 1));
        book.Ledger.Accrue(Credit(50, Day(4, 1)), At(book.Now));
        book.Reopen(Day(3, 1));

        book.Ledger.Redeem(new Points(60), At(book.Now));
        book.Reopen(Day(4, 1));
        var burnt = book.Ledger.Expire(book.Now, Calendar);

        Assert.Equal((0, 90), (burnt.Value, book.Ledger.Available.Value));
    }

    [Fact]
    public void R1_a_half_spent_lot_expires_by_what_is_left_of_it()
    {
        var book = new Book { Now = Day(1, 1) };
        book.Ledger.Accrue(Credit(100, Day(4, 1)), At(book.Now));
        book.Ledger.Accrue(Credit(100, Day(6, 1)), At(book.Now));
        book.Ledger.Redeem(new Points(60), At(book.Now));
        book.Reopen(Day(4, 1));

        Assert.Equal(40, book.Ledger.Expire(book.Now, Calendar).Value);
        Assert.Equal(100, book.Ledger.Available.Value);
    }

    [Fact]
    public void R1_spending_more_than_there_is_throws_and_the_caller_asks_first()
    {
        var book = new Book { Now = Day(1, 1) };
        book.Ledger.Accrue(Credit(100, ProgramCalendar.Never), At(book.Now));

        Assert.Throws<InvalidOperationException>(() => book.Ledger.Redeem(new Points(101), At(book.Now)));
    }

    [Fact]
    public void R1_a_lot_in_hold_survives_its_expiry_until_the_hold_ends()
    {
        var book = new Book { Now = Day(1, 1) };
        book.Ledger.Accrue(Credit(100, Day(4, 1)), At(book.Now));
        var held = book.Ledger.SetAside(new Points(70));
        book.Reopen(Day(4, 1));

        Assert.Equal(30, book.Ledger.Expire(book.Now, Calendar).Value);
        book.Ledger.RedeemHeld(held, new Points(50), At(book.Now));
        Assert.Equal(20, book.Ledger.Expire(book.Now, Calendar).Value);
        book.AssertBalanced();
    }

    [Fact]
    public void R5_pending_points_are_seen_but_not_spent_and_go_first_on_a_return()
    {
        var book = new Book { Now = Day(1, 1) };
        book.Ledger.Accrue(Credit(100, ProgramCalendar.Never), At(book.Now, receipt: 7));
        book.Ledger.Accrue(Credit(40, ProgramCalendar.Never) with { ActivatesAt = Day(1, 15) }, At(book.Now, receipt: 7));

        Assert.Equal((100, 40), (book.Ledger.Available.Value, book.Ledger.Pending.Value));
        book.Ledger.Reverse(new Points(50), 7, Points.Zero, At(book.Now, receipt: 7));
        Assert.Equal((90, 0), (book.Ledger.Available.Value, book.Ledger.Pending.Value));
    }

    [Fact]
    public void R4_a_reversal_takes_from_other_lots_those_that_expire_last_first()
    {
        var book = new Book { Now = Day(1, 1) };
        book.Ledger.Accrue(Credit(10, Day(3, 1)), At(book.Now, receipt: 1));
        book.Ledger.Accrue(Credit(30, Day(5, 1)), At(book.Now, receipt: 2));
        book.Ledger.Accrue(Credit(20, ProgramCalendar.Never), At(book.Now, receipt: 3));
        var reversal = book.Ledger.Reverse(new Points(45), 1, Points.Zero, At(book.Now, receipt: 1));

        book.Reopen(book.Now);
        Assert.Equal((45, 0), (reversal.Taken.Value, reversal.Missing.Value));
        Assert.Equal([(1L, 0L), (2L, 15L), (3L, 0L)], book.Lots.Select(l => (l.ReceiptId!.Value, l.Remaining.Value)));
    }

    [Fact]
    public void R6_points_that_live_from_the_last_purchase_on_move_together()
    {
        var book = new Book { Now = Day(1, 1) };
        book.Ledger.Accrue(Credit(10, Day(3, 1)) with { FollowsActivity = true }, At(book.Now));
        book.Ledger.Accrue(Credit(20, Day(2, 1)), At(book.Now));

        book.Ledger.FollowActivity(Day(6, 1));
        book.Reopen(Day(5, 1));

        Assert.Equal(20, book.Ledger.Expire(book.Now, Calendar).Value);
        Assert.Equal(10, book.Ledger.Available.Value);
    }

    [Fact]
    public void R6_the_business_day_of_an_expiry_is_the_last_usable_day()
    {
        var book = new Book { Now = Day(1, 1) };
        book.Ledger.Accrue(Credit(10, Calendar.StartOf(new DateOnly(2026, 4, 1))), At(book.Now));
        book.Reopen(Day(5, 1));
        book.Ledger.Expire(book.Now, Calendar);

        var expiry = Assert.Single(book.Ledger.NewEntries, e => e.Kind == EntryKind.Expiry);
        Assert.Equal(new DateOnly(2026, 3, 31), expiry.Day);
    }

    [Fact]
    public void R1_any_sequence_of_movements_keeps_the_invariant()
    {
        var step = Gen.Choose(0, 6).SelectMany(kind => Gen.Choose(1, 120).Select(points => (kind, points)));
        var steps = Gen.ListOf(step);

        Prop.ForAll(steps.ToArbitrary(), sequence =>
        {
            var book = new Book { Now = Day(1, 1) };
            long receipt = 0;
            foreach (var (kind, points) in sequence)
            {
                Play(book, kind, points, ref receipt);
                book.Reopen(book.Now.AddDays(points));
                book.AssertBalanced();
            }
        }).QuickCheckThrowOnFailure();
    }

    private static void Play(Book book, int kind, int points, ref long receipt)
    {
        var ledger = book.Ledger;
        ledger.Expire(book.Now, Calendar);
        switch (kind)
        {
            case 0 or 1:
                receipt++;
                ledger.Accrue(Credit(points, kind == 0 ? book.Now.AddDays(200) : ProgramCalendar.Never), At(book.Now, receipt));
                break;
            case 2:
                receipt++;
                ledger.Redeem(Points.Min(ledger.Available, new Points(points)), At(book.Now, receipt));
                break;
            case 3 when receipt > 0:
                var reversal = ledger.Reverse(new Points(points), receipt, Points.Zero, At(book.Now, receipt));
                ledger.Owe(reversal.Missing);
                break;
            case 4 when receipt > 0:
                var spent = ledger.SpentOn(receipt);
                ledger.Restore(
                    Points.Min(spent, new Points(points)), receipt, RestoreExpiredPolicy.Grace, book.Now, book.Now.AddDays(30), At(book.Now, receipt), Calendar);
                break;
            case 5:
                ledger.SetAside(Points.Min(ledger.Available, new Points(points)));
                break;
            case 6:
                ledger.Withdraw(Points.Min(ledger.Available, new Points(points)), At(book.Now));
                break;
        }
    }

    private static DateTime Day(int month, int day) => new(2026, month, day, 0, 0, 0, DateTimeKind.Utc);

    private static EntryContext At(DateTime at, long? receipt = null) => new() { At = at, Day = Calendar.DayOf(at), ReceiptId = receipt };

    private static CreditDecision Credit(long points, DateTime expiresAt) => new()
    {
        Points = new Points(points),
        RuleKey = "main",
        RuleVersion = 1,
        ActivatesAt = DateTime.MinValue,
        ExpiresAt = expiresAt,
    };

    /// <summary>An account over time: each instant opens a ledger anew on what the earlier ones left.</summary>
    private sealed class Book
    {
        private readonly List<LedgerEntry> entries = [];
        private readonly List<LotSpending> spendings = [];
        private long number;
        private AccountLedger? ledger;

        public DateTime Now { get; set; }

        public Account Account { get; } = new() { Id = 1, MemberId = 1, ProgramId = 1 };

        public List<PointsLot> Lots { get; } = [];

        public AccountLedger Ledger => ledger ??= new AccountLedger(Account, Lots, spendings, Now, new LedgerNumbers(() => ++number, () => ++number));

        public void Reopen(DateTime now)
        {
            Keep();
            ledger = null;
            Now = now;
        }

        public void AssertBalanced()
        {
            Keep();
            long Sum(params EntryKind[] kinds) => entries.Where(e => kinds.Contains(e.Kind)).Sum(e => e.Points.Value);
            var totals = new LedgerTotals(
                Sum(EntryKind.Accrual),
                Lots.Sum(l => l.Remaining.Value),
                Sum(EntryKind.Redemption) - Sum(EntryKind.Restore),
                Sum(EntryKind.Expiry),
                Sum(EntryKind.Reversal, EntryKind.DebtRepayment, EntryKind.CorrectionDown));
            Assert.True(totals.Balanced, totals.ToString());
            Assert.All(Lots, l => Assert.True(l.Held <= l.Remaining && l.Remaining <= l.Amount));
        }

        private void Keep()
        {
            if (ledger is null)
            {
                return;
            }

            entries.AddRange(ledger.NewEntries.Except(entries));
            Lots.AddRange(ledger.NewLots.Except(Lots));
            spendings.Clear();
            spendings.AddRange(ledger.Spendings);
        }
    }
}
