using System.Globalization;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Offers;

internal sealed partial class OfferBook
{
    /// <summary>Writes down what became of each campaign, and tells the receipt.</summary>
    public IReadOnlyList<OfferDecision> Close()
    {
        foreach (var offer in offers.Where(o => o is { IsApplied: true, GivesAnything: false }))
        {
            offer.Reject(offer.Cuts is [.., var cut] ? cut : offer.Say(OfferReasons.GivesNothing));
        }

        offers.ForEach(Tell);
        TellCodes();
        return offers.ConvertAll(Record);
    }

    private void Tell(Offer offer)
    {
        if (offer.Outcome is OfferOutcome.Rejected or OfferOutcome.Counted)
        {
            receipt.Reasons.Add(offer.Why!);
        }

        if (!offer.IsApplied)
        {
            return;
        }

        if (offer.TotalOff > 0)
        {
            receipt.Explain(OfferReasons.Discount, offer.Name, ReceiptCalculation.Write(new Money(offer.TotalOff)));
        }

        if (offer.TotalPoints > 0)
        {
            receipt.Explain(OfferReasons.Points, offer.Name, receipt.Write(new Points(offer.TotalPoints)));
        }

        receipt.Reasons.AddRange(offer.Promises.Select(p => Say(offer, p)));
        receipt.Reasons.AddRange(offer.Cuts);
    }

    private static Reason Say(Offer offer, Promise promise) => promise.Kind switch
    {
        PromiseKind.GiftProduct => offer.Say(OfferReasons.GiftProduct, promise.Key, Write(promise.Count)),
        PromiseKind.Coupon => offer.Say(OfferReasons.Coupon, promise.Key, Write(promise.Count)),
        PromiseKind.GiftCard => offer.Say(OfferReasons.GiftCard, ReceiptCalculation.Write(promise.Amount), Write(promise.Count)),
        PromiseKind.Tier => offer.Say(OfferReasons.Tier, promise.Key, Write(promise.Days)),
        _ => offer.Say(OfferReasons.Chances, promise.Key, Write(promise.Count)),
    };

    // A code that nothing used: why not, where that is known and was not told yet.
    private void TellCodes()
    {
        foreach (var code in receipt.Draft.Codes.Where(code => !offers.Exists(o => o.IsApplied && IsSame(o.Findings.Code, code))))
        {
            var refused = facts.Codes.FirstOrDefault(c => IsSame(c.Code, code))?.Refused;
            var reason = refused is null ? new Reason(OfferReasons.CodeNotUsed, [code]) : new Reason(refused.Code, WriteAll(refused.Arguments));
            if (!receipt.Reasons.Exists(r => r.Code == reason.Code && r.Arguments.SequenceEqual(reason.Arguments)))
            {
                receipt.Reasons.Add(reason);
            }
        }
    }

    private OfferDecision Record(Offer offer)
    {
        var (applied, terms, points) = (offer.IsApplied, offer.Terms, offer.TotalPoints);
        var lines = new List<OfferLine>();
        for (var i = 0; applied && i < offer.Off.Length; i++)
        {
            if (offer.Off[i] > 0 || offer.Points[i] > 0)
            {
                lines.Add(new OfferLine(receipt.Lines[i].Draft.Line, new Money(offer.Off[i]), new Points(offer.Points[i])));
            }
        }

        var money = applied ? offer.TotalOff + offer.Promised : 0;
        points = applied ? points : 0;
        return new OfferDecision
        {
            Campaign = offer.Prepared.Key,
            Name = offer.Name,
            Version = offer.Prepared.Campaign.Version,
            Block = terms.BookedTo,
            Outcome = offer.Outcome,
            Why = offer.Why,
            Cuts = applied ? offer.Cuts : [],
            Lines = lines,
            Discount = new Money(applied ? offer.TotalOff : 0),
            Points = new Points(points),
            Cost = new Money(money + Rounding.ToWhole(points * FaceOfPart, RoundingMode.HalfUp)),
            Times = offer.Times,
            IsPerTime = IsPerTime(offer),
            Promises = applied ? offer.Promises : [],
            Counters = applied ? offer.Findings.Counters : [.. offer.Findings.Counters.Select(c => c with { Rewarded = 0 })],
            Use = applied ? new OfferUse(offer.Prepared.Key, terms.BookedTo, IsUsed(offer) ? 1 : 0, new Points(points), new Money(money)) : null,
            Code = applied ? offer.Findings.Code : null,
            OnReturn = terms.OnReturn,
            FullReturnFreesUse = terms.Limits.FullReturnFreesUse,
        };
    }

    private static bool IsPerTime(Offer offer)
    {
        var ofPoints = offer.Prepared.Rewards.Where(r => r.Kind == RewardKind.Points).ToList();
        return ofPoints.Count > 0 && ofPoints.TrueForAll(r => r.Mechanic.IsPerTime(r.Reward));
    }

    // A campaign that only changes what points may pay is used when points were to pay.
    private static bool IsUsed(Offer offer) => offer.TotalOff > 0 || offer.TotalPoints > 0 || offer.Promises.Count > 0 || offer.ChangedSpending;

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] WriteAll(object[] arguments) => [.. arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")];
}
