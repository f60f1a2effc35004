using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Offers;

/// <summary>A campaign on a receipt while that is being decided.</summary>
internal sealed class Offer(PreparedCampaign prepared, OfferFindings findings, Match match, int lines)
{
    private List<Reason>? cuts;
    private List<Promise>? promises;

    public PreparedCampaign Prepared => prepared;

    public CampaignTerms Terms => prepared.Terms;

    public string Name => prepared.Campaign.Name;

    public OfferFindings Findings => findings;

    public Match Match => match;

    public int Times => Math.Max(1, match.Times);

    public OfferOutcome Outcome { get; set; } = OfferOutcome.Applied;

    public Reason? Why { get; set; }

    /// <summary>The lines that it won in its group; null for all.</summary>
    public LineSet? Allowed { get; set; }

    /// <summary>Hundredths off, by line.</summary>
    public long[] Off { get; private set; } = new long[lines];

    /// <summary>The lines that it discounts as certain goods; null for none.</summary>
    public LineSet? ItemLines { get; set; }

    /// <summary>Smallest parts of points, by line.</summary>
    public long[] Points { get; private set; } = new long[lines];

    /// <summary>Whether it changed what points may pay, and points did pay.</summary>
    public bool ChangedSpending { get; set; }

    public IReadOnlyList<Promise> Promises => promises ?? [];

    public IReadOnlyList<Reason> Cuts => cuts ?? [];

    public long TotalOff => Off.Sum();

    public long TotalPoints => Points.Sum();

    /// <summary>Hundredths of money that are promised.</summary>
    public long Promised => Promises.Sum(p => p.Amount.Minor * p.Count);

    public bool IsApplied => Outcome == OfferOutcome.Applied;

    /// <summary>Whether it gives anything.</summary>
    public bool GivesAnything => TotalOff > 0 || TotalPoints > 0 || Promises.Count > 0 || GivesLater(RewardKind.Redemption);

    /// <summary>Whether it has a reward of a kind.</summary>
    public bool GivesLater(RewardKind kind)
    {
        foreach (var reward in prepared.Rewards)
        {
            if (reward.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The goods that a reward is for, of those that it won.</summary>
    public LineSet LinesOf(PreparedReward reward, Purchase purchase)
    {
        var all = reward.Lines(purchase, match.Lines);
        if (Allowed is not { } allowed)
        {
            return all;
        }

        var some = new LineSet(purchase.Prices.Length);
        for (var i = 0; i < purchase.Prices.Length; i++)
        {
            if (all.Contains(i) && allowed.Contains(i))
            {
                some.Add(i);
            }
        }

        return some;
    }

    public Offer Reject(Reason why)
    {
        (Outcome, Why) = (OfferOutcome.Rejected, why);
        return this;
    }

    public Offer Reject(string code, params string[] more) => Reject(Say(code, more));

    public void Cut(Reason reason)
    {
        cuts ??= [];
        if (!cuts.Exists(c => c.Code == reason.Code))
        {
            cuts.Add(reason);
        }
    }

    public void Cut(string code, params string[] more) => Cut(Say(code, more));

    public void Promise(Promise promise) => (promises ??= []).Add(promise);

    /// <summary>A reason about it: its name comes first.</summary>
    public Reason Say(string code, params string[] more) => new(code, [Name, .. more]);

    /// <summary>Puts other discounts in place of those it has.</summary>
    public void Discount(long[] off) => Off = off;

    /// <summary>Puts other points in place of those it has.</summary>
    public void Earn(long[] points) => Points = points;
}
