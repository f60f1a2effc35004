using System.Globalization;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Receipts;

namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>Who of the invented members does more than buy: subscribes, is invited into the club, buys at the partner, answers, pays by gift card.</summary>
public sealed record DemoCast
{
    private const int PartnerDays = 75;
    private const int GiftDays = 120;

    /// <summary>Names of those who subscribe to the plan.</summary>
    public required IReadOnlyList<string> Subscribers { get; init; }

    /// <summary>Names of those who are invited into the club.</summary>
    public required IReadOnlyList<string> Guests { get; init; }

    /// <summary>Those of the last weeks who fill in the questionnaire.</summary>
    public required IReadOnlyList<MemberRegistration> Answering { get; init; }

    /// <summary>Sales at the partner's till, earliest first.</summary>
    public required IReadOnlyList<SalePosting> AtPartner { get; init; }

    /// <summary>When each gift card is sold.</summary>
    public required IReadOnlyList<DateTime> GiftCards { get; init; }

    /// <summary>Which gift card, counted from 0, pays a sale.</summary>
    public required IReadOnlyDictionary<string, int> ByGiftCard { get; init; }

    /// <summary>A moment of the same day when shops are open.</summary>
    public static DateTime Daytime(DateTime instant, int number) => instant.Date.AddHours(7 + (number % 11)).AddMinutes(number * 17 % 60);

    /// <summary>Casts the members of a shop.</summary>
    public static DemoCast Of(DemoScale scale, int seed, DateTime endsAt, decimal priceFactor, IReadOnlyList<MemberRegistration> members, IReadOnlyList<Posting> postings)
    {
        var sales = postings.OfType<SalePosting>().ToList();
        var regulars = Regulars(endsAt, members, sales);
        var giftCards = Enumerable.Range(0, Math.Clamp(scale.Members / 120, 6, 24)).ToList();
        var soldAt = giftCards.ConvertAll(i => Daytime(endsAt.AddDays(-GiftDays + ((GiftDays - 10.0) * i / giftCards.Count)), i));
        return new DemoCast
        {
            Subscribers = [.. regulars.Where((_, i) => i % 2 == 0).Take(Math.Clamp(scale.Members / 60, 8, 48))],
            Guests = [.. regulars.Where((_, i) => i % 2 == 1).Take(Math.Clamp(scale.Members / 120, 6, 24))],
            Answering = [.. members.Where(m => m.JoinedAt > endsAt.AddDays(-88)).Where((_, i) => i % 4 != 3)],
            AtPartner = AtTill(new Random(seed + 1), Math.Max(scale.Members / 20, 12), regulars, endsAt, priceFactor),
            GiftCards = soldAt,
            ByGiftCard = Payments(soldAt, sales, Money.Of(1_800 * priceFactor)),
        };
    }

    /// <summary>Those who joined long ago: who still come first, who come most before others.</summary>
    private static List<string> Regulars(DateTime endsAt, IReadOnlyList<MemberRegistration> members, List<SalePosting> sales)
    {
        var joined = members.ToDictionary(m => m.Profile.ExternalId!, m => m.JoinedAt);
        return
        [
            .. from sale in sales
               where sale.Member is not null
               group sale.Draft.OccurredAt by sale.Member!.Value.Value into visits
               where joined[visits.Key] < endsAt.AddMonths(-8)
               orderby visits.Max() > endsAt.AddDays(-40) descending, visits.Count() descending, visits.Key
               select visits.Key,
        ];
    }

    private static List<SalePosting> AtTill(Random random, int count, List<string> buyers, DateTime endsAt, decimal priceFactor) => buyers.Count == 0 ? [] :
    [
        .. Enumerable.Range(0, count).Select(i => new SalePosting
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"demo-{i + 1:0000}"),
            PayloadHash = DemoPlan.Fingerprint,
            Member = new MemberKey(MemberKeyKind.ExternalId, buyers[random.Next(buyers.Count)]),
            Source = ReceiptSource.Demo,
            Draft = new ReceiptDraft
            {
                OccurredAt = Daytime(endsAt.AddDays(-PartnerDays + ((PartnerDays - 1.0) * i / count)), i % 2 * 5),
                Store = "1",
                Register = "1",
                RedeemPoints = new Points(i % 6 == 5 ? 40 : 0),
                Lines =
                [
                    new ReceiptDraftLine
                    {
                        Line = 1,
                        Sku = "BREAD",
                        Quantity = Quantity.Of(1),
                        Gross = Money.Of(decimal.Round(random.Next(180, 1_400) * priceFactor, 2)),
                    },
                ],
            },
        }),
    ];

    /// <summary>Two of three gift cards pay once, some days after they were bought, for something that is worth it.</summary>
    private static Dictionary<string, int> Payments(List<DateTime> soldAt, List<SalePosting> sales, Money least)
    {
        var payments = new Dictionary<string, int>();
        foreach (var i in Enumerable.Range(0, soldAt.Count).Where(i => i % 3 != 2))
        {
            if (sales.Find(s => s.Member is null && s.Draft.OccurredAt > soldAt[i].AddDays(3) && s.Draft.Lines[0].Gross > least && !payments.ContainsKey(s.Key)) is { } sale)
            {
                payments[sale.Key] = i;
            }
        }

        return payments;
    }
}
