using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>A line of a receipt as it was sold, and how much of it has come back, this return included.</summary>
public sealed record SoldLine(int Line, string Sku, string? Category, Quantity Sold, Quantity Returned, Money Gross, Money Discount)
{
    /// <summary>A recorded line; its count of what came back is to include the return.</summary>
    public static SoldLine Of(ReceiptLine line) =>
        new(line.Line, line.Sku, line.Category, line.Quantity, line.ReturnedQuantity, line.Gross, line.Discount);

    /// <summary>Whether nothing of it is left.</summary>
    public bool IsBack => Returned >= Sold;
}

/// <summary>What goes back to a campaign with a return, or with all returns so far.</summary>
public sealed record OfferBack
{
    public static readonly OfferBack Nothing = new();

    /// <summary>Uses that are free again: 0 or 1.</summary>
    public int Uses { get; init; }

    /// <summary>Points that the member gives back; the budget gets those that were really reversed.</summary>
    public Points Points { get; init; }

    /// <summary>Discount that the budget gets back.</summary>
    public Money Money { get; init; }

    /// <summary>Points and discount by line; only lines with anything.</summary>
    public IReadOnlyList<OfferLine> Lines { get; init; } = [];

    /// <summary>Discount on goods that stay, although the conditions are not fulfilled any more: to be held back from the refund.</summary>
    public Money HoldBack { get; init; }

    /// <summary>What running totals lose.</summary>
    public IReadOnlyList<CounterBack> Counters { get; init; } = [];

    /// <summary>Whether what was promised is to be taken back, where that is still possible.</summary>
    public bool TakesPromisesBack { get; init; }
}

/// <summary>What a running total loses with a return.</summary>
public readonly record struct CounterBack(CounterKey Key, long Total, int Rewarded);

/// <summary>
/// What a return gives back to a campaign (R4): from what was recorded, and cumulative, so that parts add up to the whole
/// exactly.
/// </summary>
public static class OfferReturn
{
    /// <summary>What goes back with a return: all so far without what went back before.</summary>
    public static OfferBack Minus(OfferBack total, OfferBack before)
    {
        var lines = before.Lines.ToDictionary(l => l.Line);
        var counters = before.Counters.ToDictionary(c => c.Key);
        IReadOnlyList<OfferLine> now = [.. total.Lines
            .Select(l => lines.GetValueOrDefault(l.Line) is var b ? new OfferLine(l.Line, Above(l.Discount, b.Discount), Above(l.Points, b.Points)) : l)
            .Where(l => !l.Discount.IsZero || !l.Points.IsZero)];
        return new OfferBack
        {
            Uses = Math.Max(0, total.Uses - before.Uses),
            Points = new Points(now.Sum(l => l.Points.Value)),
            Money = new Money(now.Sum(l => l.Discount.Minor)),
            Lines = now,
            HoldBack = Above(total.HoldBack, before.HoldBack),
            Counters = [.. total.Counters
                .Select(c => counters.GetValueOrDefault(c.Key) is var b ? new CounterBack(c.Key, Math.Max(0, c.Total - b.Total), Math.Max(0, c.Rewarded - b.Rewarded)) : c)
                .Where(c => c.Total > 0 || c.Rewarded > 0)],
            TakesPromisesBack = total.TakesPromisesBack && !before.TakesPromisesBack,
        };
    }

    /// <summary>What went back to a campaign with all returns so far.</summary>
    /// <param name="offer">As it was recorded.</param>
    /// <param name="terms">Of the recorded version.</param>
    /// <param name="sold">All lines of the receipt.</param>
    public static OfferBack Total(OfferDecision offer, CampaignTerms terms, IReadOnlyList<SoldLine> sold)
    {
        if (!sold.Any(l => l.Returned > Quantity.Zero))
        {
            return OfferBack.Nothing;
        }

        var whole = sold.All(l => l.IsBack);
        var rest = offer.OnReturn == OnReturn.Reevaluate && !whole ? Remainder.Judge(offer, terms, sold) : default;
        var failed = offer is { Outcome: OfferOutcome.Applied, OnReturn: not OnReturn.Keep } && (whole || rest.Holds == false);
        var lines = offer.OnReturn == OnReturn.Keep ? []
            : failed && !whole ? [.. offer.Lines]
            : rest.Holds == true && offer.IsPerTime ? PerTime(offer, rest.Times, sold)
            : offer.Lines.Select(l => Proportional(l, sold)).ToList();
        var frees = failed && (!whole || offer.FullReturnFreesUse);
        return new OfferBack
        {
            Uses = frees ? offer.Use?.Uses ?? 0 : 0,
            Lines = [.. lines.Where(l => !l.Discount.IsZero || !l.Points.IsZero)],
            Points = new Points(lines.Sum(l => l.Points.Value)),
            Money = new Money(lines.Sum(l => l.Discount.Minor)),
            HoldBack = failed && !whole ? new Money(offer.Lines.Sum(l => l.Discount.Minor - Proportional(l, sold).Discount.Minor)) : Money.Zero,
            Counters = [.. offer.Counters.Select(c => Back(c, sold, whole, frees)).Where(c => c.Total > 0 || c.Rewarded > 0)],
            TakesPromisesBack = failed && offer.Promises.Count > 0,
        };
    }

    private static OfferLine Proportional(OfferLine line, IReadOnlyList<SoldLine> sold)
    {
        var of = sold.First(s => s.Line == line.Line);
        return new OfferLine(line.Line, new Money(Share(line.Discount.Minor, of)), new Points(Share(line.Points.Value, of)));
    }

    // Points for fulfilling the conditions stay as long as they are fulfilled as often; discounts go with their goods.
    private static List<OfferLine> PerTime(OfferDecision offer, int times, IReadOnlyList<SoldLine> sold)
    {
        var kept = Math.Clamp(times, 1, Math.Max(1, offer.Times));
        var back = Rounding.ToWhole((decimal)offer.Points.Value * (offer.Times - kept) / Math.Max(1, offer.Times), RoundingMode.HalfUp);
        var parts = Rounding.Spread(back, [.. offer.Lines.Select(l => l.Points.Value)]);
        return [.. offer.Lines.Select((l, i) => Proportional(l, sold) with { Points = new Points(parts[i]) })];
    }

    private static CounterBack Back(CounterMove move, IReadOnlyList<SoldLine> sold, bool whole, bool rewardToo)
    {
        var total = move.Lines.Count == 0
            ? whole ? move.Added : 0
            : move.Lines.Sum(l => Share(l.Added, sold.First(s => s.Line == l.Line)));
        return new CounterBack(move.Key, total, rewardToo ? move.Rewarded : 0);
    }

    private static long Share(long amount, SoldLine line) =>
        line.IsBack ? amount : Rounding.ToWhole((decimal)amount * line.Returned.Thousandths / line.Sold.Thousandths, RoundingMode.HalfUp);

    private static Money Above(Money a, Money b) => a > b ? a - b : Money.Zero;

    private static Points Above(Points a, Points b) => a > b ? a - b : Points.Zero;
}
