using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns.Till;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Localization;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>Tells tills what was decided, in their numbers and language.</summary>
public sealed class ReceiptAnswers(ProgramTimelines timelines, CodeTexts texts, BusinessClock clock)
{
    /// <summary>A receipt as it was posted.</summary>
    public async Task<ReceiptAnswer> TellAsync(Receipt receipt, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var program = timeline.Program;
        return new ReceiptAnswer
        {
            Id = receipt.Id,
            ReceiptId = PartnerTill.Tell(receipt.Key, receipt.PartnerId),
            MemberId = receipt.MemberId,
            OccurredAt = ApiInstant.Tell(receipt.OccurredAt, timeline),
            Store = receipt.Store.Length == 0 ? null : receipt.Store,
            Gross = receipt.Gross.Amount,
            Discount = receipt.Discount.Amount,
            Redeemed = receipt.Redeemed.Amount,
            RedeemedPoints = program.Tell(receipt.RedeemedPoints),
            ToPay = receipt.ToPay.Amount,
            PaidByGiftCards = receipt.ByGiftCard.Amount,
            GiftCards = GiftCardMoveAnswer.Of(GiftCardNotes.Read(receipt.GiftCards)),
            Accrued = program.Tell(receipt.Accrued),
            Pending = program.Tell(receipt.AccruedPending),
            Lines = [.. receipt.Lines.OrderBy(l => l.Line).Select(l => new LineAnswer(
                l.Line, l.Discount.Amount, l.Redeemed.Amount, program.Tell(l.RedeemedPoints), program.Tell(l.Accrued)))],
            Reasons = Reasons(ReasonsJson.Read(receipt.Reasons)),
            Offers = OfferAnswer.Of(OffersJson.Read(receipt.Offers), program),
            Balance = program.Tell(receipt.BalanceAfter),
        };
    }

    /// <summary>What posting would answer.</summary>
    public async Task<QuoteAnswer> TellAsync(QuoteReceipt.Quote quote, CancellationToken ct) =>
        Tell(quote.Decision, quote.BalanceAfter, (await timelines.GetAsync(ct)).Program, clock.UtcNow)
            with
        { MaxReasons = Reasons(quote.Limits), MaskedName = quote.MaskedName };

    /// <summary>A decision that is not posted, at an instant.</summary>
    public QuoteAnswer Tell(ReceiptDecision decision, Points balance, LoyaltyProgram program, DateTime now)
    {
        var pending = Sum(decision.Credits.Where(c => c.ActivatesAt > now).Select(c => c.Points));
        return new QuoteAnswer
        {
            Gross = decision.Gross.Amount,
            Discount = decision.Discount.Amount,
            Redeemed = decision.Redeemed.Amount,
            RedeemedPoints = program.Tell(decision.RedeemedPoints),
            ToPay = (decision.Net - decision.ByGiftCard).Amount,
            PaidByGiftCards = decision.ByGiftCard.Amount,
            GiftCards = GiftCardMoveAnswer.Of(decision.GiftCards),
            Accrued = program.Tell(decision.Accrued),
            Pending = program.Tell(pending),
            MaxRedeemable = program.Tell(decision.MaximumRedeemable),
            MaxReasons = [],
            Lines = [.. decision.Lines.OrderBy(l => l.Line).Select(l => new LineAnswer(
                l.Line, l.Discount.Amount, l.Redeemed.Amount, program.Tell(l.RedeemedPoints), program.Tell(l.Accrued)))],
            Reasons = Reasons(decision.Reasons),
            Offers = OfferAnswer.Of(decision.Offers, program),
            Balance = program.Tell(balance),
        };
    }

    public async Task<ReturnAnswer> TellAsync(Return goods, string receiptKey, CancellationToken ct)
    {
        var program = (await timelines.GetAsync(ct)).Program;
        return new ReturnAnswer
        {
            Id = goods.Id,
            ReturnId = PartnerTill.Tell(goods.Key, goods.PartnerId),
            ReceiptId = receiptKey,
            Refund = goods.ToRefund.Amount,
            GiftCardRestored = goods.ByGiftCard.Amount,
            GiftCards = GiftCardMoveAnswer.Of(GiftCardNotes.Read(goods.GiftCards)),
            PointsRestored = program.Tell(goods.Restored),
            AccrualReversed = program.Tell(goods.Reversed),
            Debt = program.Tell(goods.Debt),
            Balance = program.Tell(goods.BalanceAfter),
        };
    }

    public async Task<ActivationAnswer> TellAsync(ActivateReceipt.Activated activated, CancellationToken ct)
    {
        var program = (await timelines.GetAsync(ct)).Program;
        return new ActivationAnswer
        {
            ReceiptId = activated.ReceiptKey,
            Activated = program.Tell(activated.Points),
            Balance = program.Tell(activated.Available),
        };
    }

    private List<ReasonAnswer> Reasons(IEnumerable<Reason> reasons) => [.. reasons.Select(r => new ReasonAnswer(r.Code, texts.Find(r.Code, [.. r.Arguments]), r.Line))];

    private static Points Sum(IEnumerable<Points> points) => points.Aggregate(Points.Zero, (sum, p) => sum + p);
}
