using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Offers;

/// <summary>The campaigns on one receipt, stage by stage: which hold, which stand against each other, what each takes off (R8).</summary>
internal sealed partial class OfferBook
{
    private readonly ReceiptCalculation receipt;
    private readonly Promotions promotions;
    private readonly CampaignSet set;
    private readonly StackingPolicy policy;
    private readonly CampaignFacts facts;
    private readonly Purchase purchase;
    private readonly OfferLimits limits;
    private readonly DiscountRoom room;
    private readonly ulong[]? found;
    private readonly List<Offer> offers = [];
    private long[]? percentBase;
    private OfferFindings? spare;

    private OfferBook(ReceiptCalculation receipt, Promotions promotions, ulong[]? found)
    {
        (this.receipt, this.promotions, this.found) = (receipt, promotions, found);
        (set, policy, facts) = (promotions.Campaigns, promotions.Campaigns.Policy, promotions.Facts);
        purchase = new Purchase(receipt.Draft, receipt.Calendar, receipt.Member, facts, new long[receipt.Lines.Length]);
        (limits, room) = (new OfferLimits(receipt, facts), new DiscountRoom(receipt, policy));
    }

    /// <summary>Looks for campaigns; null where none can concern the receipt. At a partner's till there are none.</summary>
    public static OfferBook? Open(ReceiptCalculation receipt, Promotions promotions)
    {
        var (draft, trace) = (receipt.Draft, promotions.Trace);
        if (draft.PartnerId is not null || (promotions.Campaigns.Campaigns.Count == 0 && draft.Codes.Count == 0))
        {
            return null;
        }

        var found = trace ? null : promotions.Campaigns.Find(draft, receipt.Calendar.ToLocal(draft.OccurredAt).DayOfWeek);
        return trace || found is not null || draft.Codes.Count > 0 ? new OfferBook(receipt, promotions, found) : null;
    }

    /// <summary>Decides what is decided at a stage.</summary>
    public void Run(ReceiptPhase phase)
    {
        percentBase = null;
        if (phase == ReceiptPhase.Item)
        {
            room.SetAsideForMember();
        }
        else if (phase == ReceiptPhase.Receipt)
        {
            room.MemberHasIt();
        }

        Refresh();
        foreach (var unit in set.UnitsAt(phase))
        {
            Decide(unit);
        }

        if (phase == ReceiptPhase.Points)
        {
            ChangeSpending();
        }
        else if (phase == ReceiptPhase.Accrual)
        {
            MakePromises();
        }
    }

    // What the conditions of a campaign say to the receipt as it stands; null where it is not concerned. Changes nothing.
    private Offer? Judge(OfferUnit unit)
    {
        if (!promotions.Trace && (found is null || (found[unit.Place >> 6] & (1ul << unit.Place)) == 0))
        {
            return null;
        }

        var prepared = unit.Campaign!;
        var findings = spare ?? new OfferFindings();
        findings.Reset(prepared.Key);
        spare = null;
        var match = Match.No;
        var failed = WhyNotConcerned(prepared, findings);
        if (failed is null)
        {
            match = prepared.Test(purchase, findings);
            failed = match.Holds ? null : findings.Failed ?? "";
        }

        if (failed is not null && findings is { CodeRefused: null, Counters.Count: 0 } && !promotions.Trace)
        {
            spare = findings;
            return null;
        }

        var offer = new Offer(prepared, findings, match, receipt.Lines.Length);
        if (failed is not null)
        {
            return NotHeld(offer, failed);
        }

        if (prepared.NeedsMember && purchase.Member is null)
        {
            return offer.Reject(OfferReasons.NeedsMember);
        }

        if (IsInControl(prepared))
        {
            offer.Outcome = OfferOutcome.Control;
            return offer;
        }

        foreach (var other in offers)
        {
            if (other.IsApplied && (other.Terms.Stacking.Exclusive || prepared.Terms.Stacking.Exclusive))
            {
                return offer.Reject(other.Terms.Stacking.Exclusive ? OfferReasons.Excluded : OfferReasons.NotAlone, other.Name);
            }
        }

        return limits.Check(offer);
    }

    private string? WhyNotConcerned(PreparedCampaign prepared, OfferFindings findings) =>
        !prepared.RunsAt(receipt.Draft.OccurredAt, purchase.Local) ? "period"
        : !prepared.IsFor(purchase) ? "audience"
        : prepared.Terms.RequiresCode is { } series && !Code.Find(purchase, findings, series) ? "code"
        : null;

    private static Offer NotHeld(Offer offer, string failed)
    {
        if (offer.Findings.CodeRefused is { } refused)
        {
            return offer.Reject(new Reason(refused.Code, WriteAll(refused.Arguments)));
        }

        (offer.Outcome, offer.Why) = offer.Findings.Counters.Count > 0
            ? (OfferOutcome.Counted, offer.Say(OfferReasons.Counted))
            : (OfferOutcome.NotMatched, offer.Say(OfferReasons.NotMatched, failed));
        return offer;
    }

    private bool IsInControl(PreparedCampaign prepared) => facts.MemberId is { } member
        && ((facts.InProgramControl && prepared.Terms.BookedTo == BudgetBlock.Targeted)
            || ControlGroup.Contains(member, prepared.Key, prepared.Terms.ControlPercent));
}
