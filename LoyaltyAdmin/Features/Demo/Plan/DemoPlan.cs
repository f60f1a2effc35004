using LoyaltyAdmin.Domain.Goods;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Receipts;

namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>
/// All that makes the demo shop, in the order of time. The same scale, last instant and program give the very same shop, so
/// that one that was interrupted goes on where it stopped.
/// </summary>
public sealed class DemoPlan
{
    /// <summary>What its postings are known by when they come again.</summary>
    internal const string Fingerprint = "demo";

    private const int Seed = 20_260_301;

    public required IReadOnlyList<MemberRegistration> Members { get; init; }

    /// <summary>Sales and returns, earliest first.</summary>
    public required IReadOnlyList<Posting> Postings { get; init; }

    public required IReadOnlyList<Good> Goods { get; init; }

    /// <summary>Who does more than buy.</summary>
    public required DemoCast Cast { get; init; }

    /// <summary>The first instant of the history.</summary>
    public required DateTime BeginsAt { get; init; }

    /// <summary>What a rouble's worth is in the program's currency.</summary>
    public required decimal PriceFactor { get; init; }

    /// <summary>Whether the shop speaks Russian.</summary>
    public required bool IsRussian { get; init; }

    /// <summary>Invents a shop.</summary>
    /// <param name="scale">How big.</param>
    /// <param name="endsAt">The last instant of its history.</param>
    /// <param name="timeline">The program: its currency says what things cost and what language the goods speak.</param>
    public static DemoPlan Make(DemoScale scale, DateTime endsAt, ProgramTimeline timeline)
    {
        var (calendar, currency) = (timeline.CalendarAt(endsAt), timeline.InForceAt(endsAt).Conditions.Currency);
        var random = new Random(Seed);
        var isRussian = currency is "RUB" or "BYN" or "KZT";
        var priceFactor = currency switch { "RUB" => 1m, "KZT" => 5m, "BYN" => 0.04m, _ => 0.015m };
        var catalogue = new DemoCatalogue(isRussian, priceFactor);
        var stores = DemoStores.Of(isRussian);
        var last = calendar.DayOf(endsAt);
        var first = last.AddMonths(-scale.Months);
        List<DateOnly> days = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
        var people = new DemoPeople(random, days, stores, calendar, endsAt).Invent(scale.Members);
        var trade = new DemoTrade(random, catalogue, days, stores, calendar, endsAt, (long)Math.Pow(10, timeline.Program.PointDecimals));
        people.ForEach(trade.Live);
        for (var day = 0; day < days.Count; day++)
        {
            trade.Strangers(day, scale.Strangers);
        }

        List<MemberRegistration> members = [.. people.Select(p => p.Registration)];
        List<Posting> postings = [.. trade.Postings.OrderBy(AtOf).ThenBy(p => p.Key, StringComparer.Ordinal)];
        return new DemoPlan
        {
            Members = members,
            Postings = postings,
            Goods = [.. catalogue.Goods.Select(g => new Good { Sku = g.Sku, Name = g.Name, Category = g.Category.Name, Margin = g.Margin, IsDemo = true })],
            Cast = DemoCast.Of(scale, Seed, endsAt, priceFactor, members, postings),
            BeginsAt = calendar.StartOf(first),
            PriceFactor = priceFactor,
            IsRussian = isRussian,
        };
    }

    /// <summary>When a posting happens.</summary>
    public static DateTime AtOf(Posting posting) => posting switch
    {
        SalePosting sale => sale.Draft.OccurredAt,
        ReturnPosting goods => goods.OccurredAt,
        _ => throw new ArgumentException($"{posting.GetType().Name} is no posting."),
    };
}
