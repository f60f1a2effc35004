using System.Globalization;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Receipts;

namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>Plays through who buys what on which day, and what comes back.</summary>
/// <param name="random">Decides.</param>
/// <param name="catalogue">What is sold.</param>
/// <param name="days">Of the history, in order.</param>
/// <param name="stores">Where it is sold.</param>
/// <param name="calendar">Of the program.</param>
/// <param name="endsAt">The last instant of the history.</param>
/// <param name="pointParts">Smallest parts of a point.</param>
internal sealed class DemoTrade(
    Random random, DemoCatalogue catalogue, List<DateOnly> days, IReadOnlyList<DemoStore> stores, ProgramCalendar calendar, DateTime endsAt, long pointParts)
{
    private const double ReturnShare = 0.034;
    private const double DiscountShare = 0.14;
    private const double ElsewhereShare = 0.2;
    private readonly List<Posting> postings = [];

    public IReadOnlyList<Posting> Postings => postings;

    /// <summary>The life of a member with the shop.</summary>
    public void Live(DemoMember member)
    {
        var habit = member.Habit;
        var visits = 0;
        var points = 0L;
        for (var i = days.IndexOf(member.JoinedOn); i < days.Count; i++)
        {
            var joins = days[i] == member.JoinedOn;
            if (joins ? !habit.BuysAtOnce : random.NextDouble() >= habit.Rate * DemoSeasons.Of(days[i]))
            {
                continue;
            }

            var store = joins || random.NextDouble() >= ElsewhereShare ? habit.Store : StoreOn(i);
            var moment = joins ? member.JoinedAt + TimeSpan.FromMinutes(1 + random.Next(12)) : store.Moment(random);
            var key = string.Create(CultureInfo.InvariantCulture, $"{member.ExternalId}-{++visits}");
            points += Sell(key, member, store, days[i], moment, habit.Basket, points);
            if (random.NextDouble() < habit.Leaving)
            {
                return;
            }
        }
    }

    /// <summary>A day's purchases of people whom nobody knows.</summary>
    public void Strangers(int day, int usual)
    {
        var count = (int)Math.Round(usual * DemoSeasons.Of(days[day]) * (0.8 + (random.NextDouble() * 0.4)));
        for (var i = 1; i <= count; i++)
        {
            var store = StoreOn(day);
            Sell(string.Create(CultureInfo.InvariantCulture, $"demo-{days[day]:yyyyMMdd}-{i}"), null, store, days[day], store.Moment(random), 0.8, 0);
        }
    }

    private DemoStore StoreOn(int day) => DemoCatalogue.Draw(random, stores, s => s.OpensAt * days.Count <= day ? s.Weight : 0);

    /// <summary>One purchase; tells by how much the member's points change, about.</summary>
    private long Sell(string key, DemoMember? member, DemoStore store, DateOnly day, TimeSpan moment, double basket, long points)
    {
        var lines = Fill(day, basket * (store.IsOnline ? 1.25 : 1));
        var pays = member is not null && points > 100 && random.NextDouble() < member.Habit.Spending;
        var register = random.Next(1, 4);
        var comesBack = random.NextDouble() < ReturnShare;
        var at = calendar.ToUtc(day.ToDateTime(TimeOnly.MinValue) + moment);
        if (at > endsAt)
        {
            return 0;
        }

        var net = lines.Sum(l => l.Gross.Minor - l.Discount.Minor) / 100;
        var spent = pays ? Math.Min(points, net * 3 / 10) : 0;
        postings.Add(new SalePosting
        {
            Key = key,
            PayloadHash = DemoPlan.Fingerprint,
            Member = member is null ? null : new MemberKey(MemberKeyKind.ExternalId, member.ExternalId),
            Source = ReceiptSource.Demo,
            Draft = new ReceiptDraft
            {
                OccurredAt = at,
                Store = store.Name,
                Register = store.IsOnline ? null : register.ToString(CultureInfo.InvariantCulture),
                Channel = store.Channel,
                RedeemPoints = new Points(spent * pointParts),
                Lines = lines,
            },
        });
        if (comesBack)
        {
            BringBack(key, store, day, lines);
        }

        return ((net - spent) / 20) - spent;
    }

    private List<ReceiptDraftLine> Fill(DateOnly day, double basket)
    {
        List<ReceiptDraftLine> lines = [];
        do
        {
            var good = catalogue.Pick(random, day.Month);
            if (lines.Exists(l => l.Sku == good.Sku))
            {
                continue;
            }

            var quantity = random.NextDouble() < 0.82 ? 1 : random.Next(2, 4);
            var gross = good.Price * quantity;
            var discount = random.NextDouble() < DiscountShare ? gross * (random.Next(2) + 1) / 10 : 0;
            lines.Add(new ReceiptDraftLine
            {
                Line = lines.Count + 1,
                Sku = good.Sku,
                Name = good.Name,
                Category = good.Category.Name,
                Quantity = Quantity.Of(quantity),
                Gross = new Money(gross),
                Discount = new Money(discount),
            });
        }
        while (lines.Count < 9 && random.NextDouble() < Math.Min(0.85, 0.58 * basket));

        return lines;
    }

    private void BringBack(string key, DemoStore store, DateOnly day, List<ReceiptDraftLine> lines)
    {
        var line = lines[random.Next(lines.Count)];
        var returnedOn = day.AddDays(random.Next(1, 14));
        var at = calendar.ToUtc(returnedOn.ToDateTime(TimeOnly.MinValue) + store.Moment(random));
        if (at > endsAt)
        {
            return;
        }

        postings.Add(new ReturnPosting
        {
            Key = key + "-back",
            PayloadHash = DemoPlan.Fingerprint,
            Source = ReceiptSource.Demo,
            OccurredAt = at,
            Store = store.Name,
            ReceiptKey = key,
            Lines = [new ReturnPostingLine { Line = line.Line, Quantity = random.NextDouble() < 0.7 ? line.Quantity : Quantity.Of(1) }],
        });
    }
}
