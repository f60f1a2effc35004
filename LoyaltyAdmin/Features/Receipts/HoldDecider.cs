using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.GiftCards;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Places, confirms and cancels holds (R19), in the memory of their batch.</summary>
internal sealed class HoldDecider(IdSource ids, SaleDecider sales)
{
    /// <summary>Decides the purchase as if it were paid now and sets the points aside that pay for it.</summary>
    public PostingResult Place(HoldPosting posting, PostingState state)
    {
        var before = state.HoldsByReceipt.GetValueOrDefault(posting.Key);
        if (before?.Find(h => h.PayloadHash == posting.PayloadHash && h.PartnerId == posting.Partner?.Id) is { } same)
        {
            return new PostingResult { Replayed = true, Hold = same };
        }

        if (before?.Exists(h => h.Status == HoldStatus.Open) == true)
        {
            return ReceiptRejections.HeldConflict(posting.TillKey);
        }

        if (state.Sales.ContainsKey(posting.Key))
        {
            return ReceiptRejections.PayloadConflict(posting.TillKey);
        }

        if (DraftValidation.Check(posting.Draft) is { } wrong)
        {
            return wrong;
        }

        if ((state.Refuses(posting.Draft) ?? state.GiftCards.Check(posting.Draft)) is { } refused)
        {
            return refused;
        }

        PostingMember? member = null;
        if (posting.Member is { } key && !state.MembersByKey.TryGetValue(key, out member))
        {
            return ReceiptRejections.MemberUnknown(key.Value);
        }

        var (decision, cards) = state.GiftCards.Decide(
            posting.Draft, GiftCardTrust.Asked, purchase => SaleDecider.Evaluate(purchase, member, state, state.Now));
        var hold = Record(posting, decision, cards, member, state);
        state.Add(hold);
        state.NewHolds.Add(hold);
        return new PostingResult { Hold = hold };
    }

    /// <summary>
    /// Posts the receipt of a hold. Within its time what was set aside pays; after it what the balance still allows, and the
    /// receipt says so.
    /// </summary>
    public PostingResult Confirm(ConfirmPosting posting, PostingState state)
    {
        if (!state.Holds.TryGetValue(posting.HoldId, out var hold) || hold.PartnerId != posting.Partner?.Id)
        {
            return ReceiptRejections.HoldUnknown(posting.HoldId);
        }

        if (posting.Changed is not { } changed)
        {
            return Confirm(hold, state);
        }

        if (changed.Key != hold.ReceiptKey)
        {
            return ReceiptRejections.HoldOfAnotherReceipt(NumberOf(hold));
        }

        if (changed.PayloadHash == hold.PayloadHash)
        {
            return Confirm(hold, state);
        }

        changed = Named(changed, hold);
        var member = state.MemberOf(hold);
        if (changed.Member is { } key && state.MembersByKey.GetValueOrDefault(key)?.Id != member?.Id)
        {
            return ReceiptRejections.HoldOfAnotherMember();
        }

        return Closed(hold, changed.PayloadHash, state)
            ?? (DraftValidation.Check(changed.Draft) is { } wrong ? wrong
                : CheckCards(hold, changed.Draft, promised: false, state) is { } refused ? refused
                : Post(hold, changed, member, Points.Zero, [], state, GiftCardTrust.Asked));
    }

    /// <summary>A till that posts the receipt itself confirms its hold by it.</summary>
    public PostingResult Confirm(SalePosting sale, Hold hold, PostingState state) =>
        sale.PayloadHash == hold.PayloadHash && sale.Partner?.Id == hold.PartnerId ? Confirm(hold, state) : ReceiptRejections.HeldConflict(sale.TillKey);

    /// <summary>A receipt that names nobody is its hold's member's, as that one was named and confirmed then.</summary>
    private static SalePosting Named(SalePosting changed, Hold hold)
    {
        if (changed.Member is not null)
        {
            return changed;
        }

        var held = HoldJson.Draft(hold.Payload);
        return changed with { Draft = changed.Draft with { MemberTyped = held.MemberTyped, ConfirmedName = changed.Draft.ConfirmedName ?? held.ConfirmedName } };
    }

    private static string NumberOf(Hold hold) => PartnerTill.Tell(hold.ReceiptKey, hold.PartnerId);

    private PostingResult Confirm(Hold hold, PostingState state)
    {
        if (Closed(hold, hold.PayloadHash, state) is { } closed)
        {
            return closed;
        }

        var draft = HoldJson.Draft(hold.Payload) with
        {
            RedeemPoints = hold.Points,
            GiftCards = state.GiftCards.PromisedTo(hold.Id),
            MemberTyped = false,
        };
        if (CheckCards(hold, draft, promised: true, state) is { } refused)
        {
            return refused;
        }

        var sale = new SalePosting { Key = hold.ReceiptKey, PayloadHash = hold.PayloadHash, Source = ReceiptSource.Api, Draft = draft };
        var reasons = HoldJson.Decision(hold.Decision).Decision.Reasons.Where(r => ReasonCodes.IsAboutRedemption(r.Code));
        return Post(
            hold, sale, state.MemberOf(hold), hold.Points, [.. reasons], state, hold.IsOpenAt(state.Now) ? GiftCardTrust.InTime : GiftCardTrust.Late);
    }

    /// <summary>What the hold has set aside of its cards is there for the receipt that confirms it; where that is refused it stays set aside.</summary>
    private static Rejection? CheckCards(Hold hold, ReceiptDraft draft, bool promised, PostingState state)
    {
        state.GiftCards.Free(hold.Id);
        var refused = state.GiftCards.Check(draft, promised);
        if (refused is not null && hold.IsOpenAt(state.Now))
        {
            state.GiftCards.Keep(hold.Id);
        }

        return refused;
    }

    /// <summary>Frees what a hold has set aside.</summary>
    public static PostingResult Cancel(CancelPosting posting, PostingState state)
    {
        if (!state.Holds.TryGetValue(posting.HoldId, out var hold) || hold.PartnerId != posting.Partner?.Id)
        {
            return ReceiptRejections.HoldUnknown(posting.HoldId);
        }

        switch (hold.Status)
        {
            case HoldStatus.Confirmed:
                return ReceiptRejections.HoldConfirmedConflict(NumberOf(hold));
            case HoldStatus.Cancelled:
                return new PostingResult { Replayed = true, Hold = hold };
            default:
                state.Free(hold);
                state.Close(hold, HoldStatus.Cancelled);
                return new PostingResult { Hold = hold };
        }
    }

    /// <summary>The answer where there is nothing left to confirm: the receipt is there, or the hold was cancelled.</summary>
    private static PostingResult? Closed(Hold hold, string payloadHash, PostingState state)
    {
        if (hold.Status == HoldStatus.Cancelled)
        {
            return ReceiptRejections.HoldCancelledConflict(NumberOf(hold));
        }

        if (!state.Sales.TryGetValue(hold.ReceiptKey, out var receipt))
        {
            return null;
        }

        if (receipt.PayloadHash != payloadHash)
        {
            return ReceiptRejections.PayloadConflict(NumberOf(hold));
        }

        if (hold.Status != HoldStatus.Confirmed)
        {
            state.Free(hold);
            state.Close(hold, HoldStatus.Confirmed);
        }

        return new PostingResult { Replayed = true, Receipt = receipt };
    }

    private PostingResult Post(
        Hold hold, SalePosting sale, PostingMember? member, Points promised, IReadOnlyList<Reason> reasons, PostingState state, GiftCardTrust cards)
    {
        var inTime = hold.IsOpenAt(state.Now);
        var held = inTime && member is { Status: MemberStatus.Active }
            ? SetAside(hold, promised, reasons, state)
            : new HeldPoints([], promised, inTime ? reasons : [new Reason(ReasonCodes.HoldLate, [])]);
        held = held with { GiftCards = cards };
        if (!inTime || member is not { Status: MemberStatus.Active })
        {
            state.Free(hold);
        }

        state.Close(hold, HoldStatus.Confirmed);
        return new PostingResult { Receipt = sales.Post(sale, member, held, state) };
    }

    /// <summary>What a hold in its time has set aside; the points of who was blocked meanwhile are free again and pay nothing.</summary>
    private static HeldPoints SetAside(Hold hold, Points promised, IReadOnlyList<Reason> reasons, PostingState state)
    {
        var purse = state.PurseOf(hold);
        var uses = purse.SetAsideBy(hold).ToLookup(use => state.Accounts[use.Lot.AccountId].Status == MemberStatus.Active);
        purse.Release(uses[false]);
        return new HeldPoints([.. uses[true]], promised, reasons) { Purse = purse };
    }

    private Hold Record(HoldPosting posting, ReceiptDecision decision, IReadOnlyList<GiftCardUse> cards, PostingMember? member, PostingState state)
    {
        var id = ids.Next<Hold>();
        decision = state.GiftCards.Place(decision, cards, id);
        var at = posting.Draft.OccurredAt;
        state.Campaigns.Reserve(decision.Offers, member?.Id, state.Timeline.CalendarAt(at).DayOf(at));
        var uses = decision.RedeemedPoints.IsZero ? [] : member!.Purse.SetAside(decision.RedeemedPoints);
        return new Hold
        {
            Id = id,
            AccountId = member?.Ledger.Account.Id,
            Status = HoldStatus.Open,
            ReceiptKey = posting.Key,
            PartnerId = posting.Draft.PartnerId,
            Points = decision.RedeemedPoints,
            CreatedAt = state.Now,
            ExpiresAt = state.Now + posting.TimeToLive,
            Payload = HoldJson.Write(posting.Draft with { GiftCards = [] }),
            PayloadHash = posting.PayloadHash,
            Decision = HoldJson.Write(new HoldJson.Held(decision, member?.Purse.Available ?? Points.Zero)),
            Lots = [.. uses.Select(u => new HoldLot { HoldId = id, LotId = u.Lot.Id, Points = u.Points })],
        };
    }
}
