using System.Globalization;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>A receipt while it is being decided: the stages change it one after another.</summary>
public sealed class ReceiptCalculation
{
    private static readonly MemberTerms Nobody = new(default, default, default);

    /// <summary>Takes a draft as the till brought it.</summary>
    /// <exception cref="ArgumentException">A program's points have 0 to 2 decimals.</exception>
    public ReceiptCalculation(
        ReceiptDraft draft, ProgramVersion version, ProgramCalendar calendar, int pointDecimals, MemberFacts? member)
    {
        (Draft, Version, Calendar, PointDecimals, Member) = (draft, version, calendar, pointDecimals, member);
        Conditions = member?.Partner?.Over(version.Conditions) ?? version.Conditions;
        Terms = member is null ? Nobody : MemberTerms.Of(version.Conditions, member);
        PartsOfPoint = pointDecimals switch
        {
            0 => 1,
            1 => 10,
            2 => 100,
            _ => throw new ArgumentOutOfRangeException(nameof(pointDecimals)),
        };
        Lines = new LineCalculation[draft.Lines.Count];
        for (var i = 0; i < Lines.Length; i++)
        {
            Lines[i] = new LineCalculation(draft.Lines[i]);
        }

        (Weights, Parts) = (new long[Lines.Length], new long[Lines.Length]);
    }

    public ReceiptDraft Draft { get; }

    public ProgramVersion Version { get; }

    /// <summary>The version's, with what a partner's terms say otherwise.</summary>
    public ProgramConditions Conditions { get; }

    public ProgramCalendar Calendar { get; }

    public int PointDecimals { get; }

    /// <summary>How many smallest parts make a point: 1, 10 or 100.</summary>
    public int PartsOfPoint { get; }

    /// <summary>Null for a receipt without a member.</summary>
    public MemberFacts? Member { get; }

    /// <summary>The member's rates; none without a member.</summary>
    public MemberTerms Terms { get; }

    public LineCalculation[] Lines { get; }

    /// <summary>Room for spreading, one place a line: what to spread by.</summary>
    public long[] Weights { get; }

    /// <summary>Room for spreading, one place a line: what each line got.</summary>
    public long[] Parts { get; }

    public Points MaximumRedeemable { get; set; }

    /// <summary>The campaigns on it; null where none concerns it.</summary>
    internal OfferBook? Offers { get; set; }

    public List<CreditDecision> Credits { get; } = new(1);

    public List<Reason> Reasons { get; } = new(2);

    /// <summary>Spreads a total by <see cref="Weights"/> into <see cref="Parts"/>.</summary>
    public void Spread(long total) => Rounding.Spread(total, Weights, Parts);

    /// <summary>What is to pay on the whole receipt after all discounts, by points or money.</summary>
    public Money Payable()
    {
        var sum = Money.Zero;
        foreach (var line in Lines)
        {
            sum += line.Payable;
        }

        return sum;
    }

    /// <summary>Records a reason about the whole receipt.</summary>
    public void Explain(string code, params string[] arguments) => Reasons.Add(new Reason(code, arguments));

    /// <summary>Records a reason about one line.</summary>
    public void Explain(LineCalculation line, string code, params string[] arguments) =>
        Reasons.Add(new Reason(code, arguments, line.Draft.Line));

    /// <summary>Whole points as smallest parts; what is finer than them is dropped.</summary>
    public long ToParts(decimal points) => (long)decimal.Truncate(points * PartsOfPoint);

    /// <summary>Points for a reason: whole points with the program's decimals.</summary>
    public string Write(Points points) => Write(points.Value, PointDecimals);

    /// <summary>Money for a reason: units with two decimals.</summary>
    public static string Write(Money money) => Write(money.Minor, 2);

    /// <summary>A setting for a reason, without idle zeros.</summary>
    public static string Write(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Write(long parts, int decimals) =>
        new decimal(unchecked((int)parts), unchecked((int)(parts >> 32)), 0, false, (byte)decimals)
            .ToString(CultureInfo.InvariantCulture);
}
