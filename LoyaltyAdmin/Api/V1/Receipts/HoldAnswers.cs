using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>Tells tills of holds, in their numbers and language.</summary>
public sealed class HoldAnswers(ProgramTimelines timelines, ReceiptAnswers receipts, BusinessClock clock)
{
    /// <summary>A hold as it was decided.</summary>
    public async Task<HoldAnswer> TellAsync(Hold hold, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var (decision, balance) = HoldJson.Decision(hold.Decision);
        var quote = receipts.Tell(decision, balance, timeline.Program, hold.CreatedAt);
        return new HoldAnswer
        {
            Id = hold.Id,
            ReceiptId = PartnerTill.Tell(hold.ReceiptKey, hold.PartnerId),
            Status = hold.Status == HoldStatus.Open && !hold.IsOpenAt(clock.UtcNow) ? HoldStatus.Lapsed : hold.Status,
            Held = timeline.Program.Tell(hold.Points),
            ExpiresAt = ApiInstant.Tell(hold.ExpiresAt, timeline),
            Gross = quote.Gross,
            Discount = quote.Discount,
            Redeemed = quote.Redeemed,
            RedeemedPoints = quote.RedeemedPoints,
            ToPay = quote.ToPay,
            PaidByGiftCards = quote.PaidByGiftCards,
            GiftCards = quote.GiftCards,
            Accrued = quote.Accrued,
            Pending = quote.Pending,
            MaxRedeemable = quote.MaxRedeemable,
            Lines = quote.Lines,
            Reasons = quote.Reasons,
            Offers = quote.Offers,
            Balance = quote.Balance,
        };
    }
}
