using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Tells a till what a purchase would earn, cost and could be paid with, by the engine that posts it; changes nothing.</summary>
public sealed class QuoteReceipt(
    IDbContextFactory<LoyaltyDbContext> databases,
    ProgramTimelines timelines,
    BusinessClock clock,
    SqlProvider sql,
    IdSource ids,
    LedgerWriter ledgers,
    PointsDivision division,
    CampaignBook campaigns,
    CouponCodes coupons)
{
    private readonly PostingBatch batch = new(databases, timelines, clock, sql, ids, ledgers, division, campaigns, coupons);

    /// <summary>What was decided.</summary>
    /// <param name="Decision">As posting would decide.</param>
    /// <param name="Limits">Why points cannot pay for more than the decision's maximum.</param>
    /// <param name="BalanceAfter">What the member could spend after it.</param>
    /// <param name="MaskedName">What the cashier asks the customer for; null where no name is known.</param>
    public sealed record Quote(ReceiptDecision Decision, IReadOnlyList<Reason> Limits, Points BalanceAfter, string? MaskedName);

    public async Task<Result<Quote>> ExecuteAsync(Actor actor, ReceiptDraft draft, MemberKey? member, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsPost);
        if (DraftValidation.Check(draft) is { } wrong)
        {
            return wrong;
        }

        draft = draft with { PartnerId = actor.Partner?.Id };
        var posting = new SalePosting { Key = "", PayloadHash = "", Member = member, Source = ReceiptSource.Api, Draft = draft };
        var state = await batch.LoadAsync([posting], ct);
        if (state.GiftCards.Check(draft) is { } refused)
        {
            await state.GiftCards.CountWrongPinsAsync(databases, ct);
            return refused;
        }

        PostingMember? found = null;
        if (member is { } key && !state.MembersByKey.TryGetValue(key, out found))
        {
            return ReceiptRejections.MemberUnknown(key.Value);
        }

        if (state.Refuses(draft) is { } unfit)
        {
            return unfit;
        }

        var (decision, cards) = state.GiftCards.Decide(draft, GiftCardTrust.Asked, purchase => SaleDecider.Evaluate(purchase, found, state, state.Now));
        var most = SaleDecider.Evaluate(
            draft with { RedeemPoints = new Points(long.MaxValue), MemberTyped = false, PaidByGiftCard = draft.PaidByGiftCard + decision.ByGiftCard }, found, state, state.Now);
        decision = state.GiftCards.Apply(
            decision, draft, cards, SaleDecider.CardContext(draft, state.Timeline.CalendarAt(draft.OccurredAt).DayOf(draft.OccurredAt)));
        return new Quote(
            decision, [.. most.Reasons.Where(r => ReasonCodes.IsAboutRedemption(r.Code))], BalanceAfter(decision, draft, found, state), found?.MaskedName);
    }

    /// <summary>The movements are made in memory and forgotten, so that a debt is repaid here as it would be.</summary>
    private static Points BalanceAfter(ReceiptDecision decision, ReceiptDraft draft, PostingMember? member, PostingState state)
    {
        if (member is { Status: MemberStatus.Active })
        {
            var day = state.Timeline.CalendarAt(draft.OccurredAt).DayOf(draft.OccurredAt);
            SaleDecider.Move(decision, member, new EntryContext { At = draft.OccurredAt, Day = day }, state);
        }

        return member?.Purse.Available ?? Points.Zero;
    }
}
