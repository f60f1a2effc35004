using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Whether what is left of a purchase after returns would still fulfil the conditions of a campaign (R4).</summary>
/// <param name="Holds">Null where nothing can be said: then what was given goes back in proportion.</param>
/// <param name="Times">How often.</param>
public readonly record struct Remainder(bool? Holds, int Times)
{
    private static readonly ProgramCalendar AnyZone = new(TimeZoneInfo.Utc);

    /// <summary>
    /// Asks the conditions that are about what is bought. The others are as they were: a member's birthday does not change with
    /// a return. Prices are those recorded, without what the campaign itself took off.
    /// </summary>
    public static Remainder Judge(OfferDecision offer, CampaignTerms terms, IReadOnlyList<SoldLine> sold)
    {
        var own = offer.Lines.ToDictionary(l => l.Line, l => l.Discount);
        Func<SoldLine, Money> after = line => line.Gross - line.Discount + own.GetValueOrDefault(line.Line);
        Func<SoldLine, Money> before = line => line.Gross;
        foreach (var price in new[] { after, before })
        {
            // By the right price the purchase as a whole fulfils them: it did when it was made.
            if (Ask(terms.Condition, Buy(sold, price, returned: false)).Holds != false)
            {
                var (holds, times) = Ask(terms.Condition, Buy(sold, price, returned: true));
                return new Remainder(holds ?? true, times);
            }
        }

        return default;
    }

    private static Purchase Buy(IReadOnlyList<SoldLine> sold, Func<SoldLine, Money> price, bool returned)
    {
        var lines = new List<ReceiptDraftLine>();
        var prices = new List<long>();
        foreach (var line in sold)
        {
            var left = returned ? line.Sold.Thousandths - Math.Min(line.Sold.Thousandths, line.Returned.Thousandths) : line.Sold.Thousandths;
            if (left > 0)
            {
                lines.Add(new ReceiptDraftLine { Line = line.Line, Sku = line.Sku, Category = line.Category, Quantity = new Quantity(left), Gross = line.Gross });
                prices.Add(Rounding.ToWhole((decimal)price(line).Minor * left / line.Sold.Thousandths, RoundingMode.HalfUp));
            }
        }

        var draft = new ReceiptDraft { OccurredAt = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc), Lines = lines };
        return new Purchase(draft, AnyZone, null, CampaignFacts.Nobody, [.. prices]);
    }

    // Null: as it was.
    private static Remainder Ask(Condition condition, Purchase purchase)
    {
        switch (condition)
        {
            case AllOf all:
                var parts = all.Conditions.Select(c => Ask(c, purchase)).ToList();
                return new Remainder(
                    parts.Exists(p => p.Holds == false) ? false : parts.Exists(p => p.Holds is null) ? null : true,
                    parts.Where(p => p.Times > 0).Select(p => p.Times).DefaultIfEmpty(0).Min());
            case AnyOf any:
                var ways = any.Conditions.Select(c => Ask(c, purchase)).ToList();
                return new Remainder(
                    ways.Exists(p => p.Holds == true) ? true : ways.Exists(p => p.Holds is null) ? null : false,
                    ways.Where(p => p.Holds == true).Select(p => p.Times).DefaultIfEmpty(0).Max());
            case Not not:
                return new Remainder(!Ask(not.Condition, purchase).Holds, 0);
            default:
                var mechanic = ConditionCatalog.Of(condition);
                if (!mechanic.IsAboutGoods)
                {
                    return new Remainder(null, 0);
                }

                var match = mechanic.Prepare(condition)(purchase, new OfferFindings());
                return new Remainder(match.Holds, match.Times);
        }
    }
}
