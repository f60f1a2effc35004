using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>A purchase as the conditions of campaigns see it.</summary>
public sealed class Purchase
{
    private readonly ProgramCalendar calendar;

    /// <summary>A purchase at prices that may change while it is being decided.</summary>
    /// <param name="draft">What is bought.</param>
    /// <param name="calendar">Of the program then.</param>
    /// <param name="member">Null without one.</param>
    /// <param name="facts">Beside the receipt.</param>
    /// <param name="prices">What the conditions are tested on, by line; hundredths.</param>
    public Purchase(ReceiptDraft draft, ProgramCalendar calendar, MemberFacts? member, CampaignFacts facts, long[] prices)
    {
        this.calendar = calendar;
        Local = calendar.ToLocal(draft.OccurredAt);
        (Draft, Day, Member, Facts, Prices) = (draft, DateOnly.FromDateTime(Local), member, facts, prices);
        Goods = new LineSet(prices.Length);
        for (var i = 0; i < prices.Length; i++)
        {
            if (draft.Lines[i].Kind == LineKind.Goods)
            {
                Goods.Add(i);
            }
        }
    }

    public ReceiptDraft Draft { get; }

    public DateTime Local { get; }

    public DateOnly Day { get; }

    /// <summary>Null without a member.</summary>
    public MemberFacts? Member { get; }

    public CampaignFacts Facts { get; }

    /// <summary>By line, hundredths: before or after earlier discounts, as the policy says.</summary>
    public long[] Prices { get; }

    /// <summary>The lines that sell goods: no delivery and no gift cards.</summary>
    public LineSet Goods { get; }

    /// <summary>The local day of another instant.</summary>
    public DateOnly DayOf(DateTime utc) => calendar.DayOf(utc);

    /// <summary>Which lines of goods are in a set.</summary>
    public LineSet Find(GoodsIndex goods)
    {
        var found = new LineSet(Prices.Length);
        for (var i = 0; i < Prices.Length; i++)
        {
            if (Goods.Contains(i) && goods.Contains(Draft.Lines[i]))
            {
                found.Add(i);
            }
        }

        return found;
    }

    /// <summary>Thousandths of a unit on some lines.</summary>
    public long Units(LineSet lines)
    {
        var sum = 0L;
        for (var i = 0; i < Prices.Length; i++)
        {
            sum += lines.Contains(i) ? Draft.Lines[i].Quantity.Thousandths : 0;
        }

        return sum;
    }

    /// <summary>Hundredths of money on some lines.</summary>
    public long Sum(LineSet lines)
    {
        var sum = 0L;
        for (var i = 0; i < Prices.Length; i++)
        {
            sum += lines.Contains(i) ? Prices[i] : 0;
        }

        return sum;
    }

    /// <summary>A sum of settings in hundredths.</summary>
    public static long Minor(decimal amount) => Rounding.ToWhole(amount * 100m, RoundingMode.HalfUp);

    /// <summary>A quantity of settings in thousandths.</summary>
    public static long Thousandths(decimal quantity) => Rounding.ToWhole(quantity * 1000m, RoundingMode.HalfUp);
}
