using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.GiftCards;

public sealed class GiftCardLedgerTests
{
    private static readonly ProgramCalendar Calendar = ProgramCalendar.Of("Europe/Moscow");
    private static readonly DateTime Noon = new(2026, 1, 31, 9, 0, 0, DateTimeKind.Utc);
    private readonly GiftCard card = new() { Id = 1, Code = "5500000000000004", Pin = "1234", SeriesId = 1 };
    private DateTime now = Noon;
    private long numbers;

    [Fact]
    public void R17_a_card_lives_its_term_from_the_sale_and_its_last_day_still_counts()
    {
        Sold(1_000);

        Assert.Equal(new DateOnly(2026, 2, 28), Open().LastDay);
        now = Calendar.StartOf(new DateOnly(2026, 3, 1)).AddMilliseconds(-1);
        Assert.Null(Open().WhyNot(new Money(100_000)));
        now = now.AddMilliseconds(1);
        Assert.Equal("GiftCards.Expired", Open().WhyNot(null)!.Code);
        Assert.Equal(Money.Zero, Open().Available);
    }

    [Fact]
    public void R17_a_return_brings_money_back_to_a_card_that_is_emptied_or_expired_or_disabled()
    {
        Sold(1_000);
        Open().Redeem(new Money(100_000), Context());
        Assert.Equal(GiftCardStatus.UsedUp, card.Status);
        Open().Restore(new Money(40_000), Context());
        Assert.Equal((GiftCardStatus.Active, 40_000L), (card.Status, card.Balance.Minor));

        now = Noon.AddMonths(6);
        Open().Restore(new Money(30_000), Context());
        Assert.Equal((GiftCardStatus.Active, 30_000L), (card.Status, card.Balance.Minor));
        Assert.Equal(Calendar.DayOf(now).AddDays(30), Open().LastDay);

        Open().Disable(Context());
        Assert.Equal(GiftCardStatus.Disabled, card.Status);
        Open().Restore(new Money(5_000), Context());
        Assert.Equal((GiftCardStatus.Active, 5_000L), (card.Status, card.Balance.Minor));
    }

    [Fact]
    public void A_blocked_card_keeps_money_that_comes_back_and_stays_blocked()
    {
        Sold(1_000);
        Open().Redeem(new Money(100_000), Context());
        Assert.Null(Open().Block("stolen"));

        Open().Restore(new Money(100_000), Context());
        Assert.Equal((GiftCardStatus.Blocked, 100_000L), (card.Status, card.Balance.Minor));
        Assert.Equal("GiftCards.Blocked", Open().WhyNot(null)!.Code);

        Assert.Null(Open().Unblock());
        Assert.Null(Open().WhyNot(new Money(100_000)));
    }

    [Fact]
    public void Five_wrong_secret_numbers_block_the_card_and_the_right_one_does_not_help_any_more()
    {
        Sold(1_000);
        for (var i = 0; i < GiftCard.MostWrongPins; i++)
        {
            Assert.Equal(GiftCardRejections.WrongPin, Open().CheckPin("0000")!.Code);
        }

        Assert.Equal(GiftCardStatus.Blocked, card.Status);
        Assert.NotNull(Open().CheckPin("1234"));
        Open().Unblock();
        Assert.Null(Open().CheckPin("1234"));
    }

    [Fact]
    public void What_a_hold_has_set_aside_nobody_else_spends_and_it_outlives_the_last_day()
    {
        Sold(1_000);
        var ledger = Open();
        ledger.Place(7, new Money(60_000));

        Assert.Equal(40_000, ledger.Available.Minor);
        Assert.Equal("GiftCards.NotEnough", ledger.WhyNot(new Money(40_001))!.Code);

        now = Noon.AddMonths(2);
        ledger = Open();
        ledger.Reserve(7, new Money(60_000));
        Assert.False(ledger.Expire(Context()));
        ledger.Free(7);
        Assert.Equal(60_000, ledger.Promised(new Money(60_000), inTime: true).Minor);
        Assert.Equal(0, ledger.Promised(new Money(60_000), inTime: false).Minor);
    }

    [Fact]
    public void R17_whatever_happens_what_was_sold_is_what_remains_was_spent_expired_or_disabled() => Prop.ForAll(
        Gen.Choose(0, 6).Zip(Gen.Choose(1, 150_000)).ArrayOf().ToArbitrary(),
        steps =>
        {
            numbers = 0;
            now = Noon;
            var card = new GiftCard { Id = 1, Code = "5500000000000004", SeriesId = 1 };
            var (entries, spent) = (new List<GiftCardEntry>(), 0L);
            Do(l => l.Sell(new Money(100_000), Context()));
            foreach (var (what, minor) in steps)
            {
                now = now.AddDays(3);
                Do(ledger =>
                {
                    switch (what)
                    {
                        case 0 when ledger.WhyNot(new Money(minor)) is null:
                            ledger.Redeem(new Money(minor), Context());
                            spent += minor;
                            break;
                        case 1 when spent >= minor:
                            ledger.Restore(new Money(minor), Context());
                            spent -= minor;
                            break;
                        case 2:
                            ledger.Expire(Context());
                            break;
                        case 3 when minor % 5 == 0:
                            ledger.Disable(Context());
                            break;
                        case 4:
                            ledger.Adjust(minor % 2 == 0, new Money(minor), Context());
                            break;
                        case 5:
                            ledger.Block("test");
                            break;
                        case 6:
                            ledger.Unblock();
                            break;
                    }
                });
            }

            var sums = entries.GroupBy(e => e.Kind).ToDictionary(g => g.Key, g => g.Sum(e => e.Amount.Minor));
            var totals = GiftCardTotals.Of(sums, card.Balance.Minor);
            return totals.Balanced && totals.Redeemed == spent && (card.Balance.IsZero || card.Status is GiftCardStatus.Active or GiftCardStatus.Blocked);

            void Do(Action<GiftCardLedger> act)
            {
                var ledger = new GiftCardLedger(card, Series, now, Calendar, () => ++numbers);
                act(ledger);
                entries.AddRange(ledger.NewEntries);
            }
        }).QuickCheckThrowOnFailure();

    private static GiftCardSeries Series => new()
    {
        Id = 1,
        Name = "Test",
        DesignId = 1,
        Prefix = "55",
        Length = 16,
        IsVirtual = true,
        HasPin = true,
        Nominal = Money.Zero,
        Minimum = new Money(1),
        Maximum = new Money(10_000_000),
        TermMonths = 1,
        GraceDays = 30,
        Count = 0,
        CreatedAt = Noon,
        CreatedBy = "test",
    };

    private void Sold(decimal amount) => Open().Sell(Money.Of(amount), Context());

    private GiftCardLedger Open() => new(card, Series, now, Calendar, () => ++numbers);

    private GiftCardContext Context() => new() { At = now, Day = Calendar.DayOf(now) };
}
