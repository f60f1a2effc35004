using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>
/// The gift cards that a batch of receipts has to do with, in its memory: which pay, which are sold, which get money back.
/// They are written with the receipts, in one transaction (R17).
/// </summary>
public sealed class GiftCardsAtTill
{
    private readonly Dictionary<string, GiftCardLedger> byCode = [];
    private readonly Dictionary<long, GiftCardLedger> byId = [];
    private readonly List<GiftCardEntry> entries = [];
    private readonly List<GiftCardHold> named = [];
    private readonly List<GiftCardHold> placed = [];

    /// <summary>None.</summary>
    public GiftCardsAtTill()
    {
    }

    /// <summary>Takes what was read.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="entries">What receipts of which goods come back have moved.</param>
    /// <param name="named">What the holds at work have set aside.</param>
    public GiftCardsAtTill(IEnumerable<GiftCardLedger> cards, IEnumerable<GiftCardEntry> entries, IEnumerable<GiftCardHold> named)
    {
        foreach (var card in cards)
        {
            (byCode[card.Card.Code], byId[card.Card.Id]) = (card, card);
        }

        this.entries = [.. entries];
        this.named = [.. named];
    }

    /// <summary>Whether there is anything to write.</summary>
    public bool HasNews => byId.Values.Any(c => c.HasChanged) || placed.Count > 0;

    /// <summary>Why the cards of a purchase cannot pay or be sold as it says; null where they can. Wrong secret numbers are counted.</summary>
    /// <param name="draft">The purchase.</param>
    /// <param name="promised">Whether the till was told already that they pay: then what is there is taken, and a shortfall is flagged.</param>
    public Rejection? Check(ReceiptDraft draft, bool promised = false)
    {
        foreach (var payment in promised ? [] : draft.GiftCards)
        {
            if (byCode.GetValueOrDefault(payment.Code) is not { } card)
            {
                return GiftCardRejections.Unknown(payment.Code);
            }

            if (card.CheckPin(payment.Pin) is { } pin)
            {
                return pin;
            }

            if (!draft.Offline && card.WhyNot(payment.Amount) is { } no)
            {
                return no;
            }
        }

        foreach (var line in draft.Lines.Where(l => l.GiftCard is not null))
        {
            if (byCode.GetValueOrDefault(line.GiftCard!) is not { } card)
            {
                return GiftCardRejections.Unknown(line.GiftCard!) with { Field = "lines" };
            }

            if (card.WhyNotSold(line.Gross) is { } no)
            {
                return no with { Field = "lines" };
            }
        }

        return null;
    }

    /// <summary>Decides a purchase with what its cards pay: not more than the goods cost after points, nothing of gift cards that it buys.</summary>
    /// <param name="draft">The purchase.</param>
    /// <param name="trust">What the till was told before.</param>
    /// <param name="evaluate">Asks the engine.</param>
    public (ReceiptDecision Decision, IReadOnlyList<GiftCardUse> Uses) Decide(
        ReceiptDraft draft, GiftCardTrust trust, Func<ReceiptDraft, ReceiptDecision> evaluate)
    {
        if (draft.GiftCards.Count == 0)
        {
            return (GiftCardRoom.Known(draft, evaluate(draft)), []);
        }

        var wanted = draft.GiftCards.Where(p => byCode.ContainsKey(p.Code)).Select(p => (Card: byCode[p.Code], p.Amount)).ToList();
        var assumed = wanted.Aggregate(Money.Zero, (sum, w) => sum + (w.Amount ?? Money.Zero));
        var decision = evaluate(GiftCardRoom.With(draft, assumed));
        var room = GiftCardRoom.Of(draft, decision);
        var uses = new List<GiftCardUse>();
        var missing = Money.Zero;
        foreach (var (card, amount) in wanted)
        {
            var most = trust != GiftCardTrust.Asked ? card.Promised(amount ?? Money.Zero, trust == GiftCardTrust.InTime)
                : amount is { } asked ? Money.Min(asked, card.Available)
                : card.Available;
            missing += amount > most ? amount.Value - most : Money.Zero;
            var taken = Money.Min(most, room);
            room -= taken;
            uses.Add(new GiftCardUse(card, taken));
        }

        var sum = uses.Aggregate(Money.Zero, (total, use) => total + use.Amount);
        if (sum != assumed)
        {
            var again = evaluate(GiftCardRoom.With(draft, sum));
            decision = GiftCardRoom.Of(draft, again) >= sum ? again : evaluate(GiftCardRoom.With(draft with { RedeemPoints = Points.Min(draft.RedeemPoints, decision.RedeemedPoints) }, sum));
        }

        var reasons = missing.IsZero ? decision.Reasons : [.. decision.Reasons, Shortfall(assumed, sum)];
        return (GiftCardRoom.Known(draft, decision) with { ByGiftCard = sum, Reasons = reasons }, uses);
    }

    private static Reason Shortfall(Money asked, Money taken) =>
        new(ReasonCodes.GiftCardShortfall, [ReceiptCalculation.Write(asked), ReceiptCalculation.Write(taken)]);

    /// <summary>Moves the money that a decided purchase takes from cards and brings to those it sells.</summary>
    /// <returns>The decision, with what became of each card.</returns>
    public ReceiptDecision Apply(ReceiptDecision decision, ReceiptDraft draft, IReadOnlyList<GiftCardUse> uses, GiftCardContext context)
    {
        var notes = new List<GiftCardNote>();
        foreach (var use in uses)
        {
            if (!use.Amount.IsZero)
            {
                use.Card.Redeem(use.Amount, context);
            }

            notes.Add(use.Card.Note(GiftCardEntryKind.Redemption, use.Amount));
        }

        foreach (var line in draft.Lines.Where(l => l.GiftCard is not null))
        {
            var card = byCode[line.GiftCard!];
            card.Sell(line.Gross, context with { ReceiptLine = line.Line });
            notes.Add(card.Note(GiftCardEntryKind.Sale, line.Gross));
        }

        if (context.ReceiptId is not null)
        {
            entries.AddRange(byId.Values.SelectMany(c => c.NewEntries).Where(e => e.ReceiptId == context.ReceiptId && e.ReturnId is null));
        }

        return notes.Count == 0 ? decision : decision with { GiftCards = notes };
    }

    /// <summary>Sets aside what a hold's cards will pay; told as if it were paid.</summary>
    public ReceiptDecision Place(ReceiptDecision decision, IReadOnlyList<GiftCardUse> uses, long hold)
    {
        foreach (var use in uses.Where(u => !u.Amount.IsZero))
        {
            use.Card.Place(hold, use.Amount);
            placed.Add(new GiftCardHold { HoldId = hold, CardId = use.Card.Card.Id, Amount = use.Amount });
        }

        named.AddRange(placed.Where(p => p.HoldId == hold));
        return uses.Count == 0
            ? decision
            : decision with { GiftCards = [.. uses.Select(u => u.Card.Note(GiftCardEntryKind.Redemption, u.Amount) with { Left = u.Card.Available })] };
    }

    /// <summary>What a hold was promised, as payments of the receipt that confirms it.</summary>
    public IReadOnlyList<GiftCardPayment> PromisedTo(long hold) =>
        [.. named.Where(h => h.HoldId == hold).Select(h => new GiftCardPayment(byId[h.CardId].Card.Code, null, h.Amount))];

    /// <summary>Frees what a hold has set aside; it counts no more.</summary>
    public void Free(long hold)
    {
        foreach (var card in byId.Values)
        {
            card.Free(hold);
        }
    }

    /// <summary>Sets aside again what a hold has, when it stays open after all.</summary>
    public void Keep(long hold)
    {
        foreach (var part in named.Where(h => h.HoldId == hold))
        {
            byId[part.CardId].Reserve(hold, part.Amount);
        }
    }

    /// <summary>The card that a line of a receipt sold; null where it sold none.</summary>
    public GiftCardLedger? SoldBy(long receiptId, int line) =>
        byId.Values.FirstOrDefault(c => c.Card.SoldReceiptId == receiptId && c.Card.SoldLine == line);

    /// <summary>
    /// Gives money back to the cards that paid for a receipt, in the order in which they paid, each no more than it paid: cards
    /// first, money after them, so that nobody turns a card into cash.
    /// </summary>
    /// <param name="receiptId">The receipt.</param>
    /// <param name="refund">What is to be given back for goods in all.</param>
    /// <param name="context">Of the return.</param>
    public IReadOnlyList<GiftCardNote> Restore(long receiptId, Money refund, GiftCardContext context)
    {
        var notes = new List<GiftCardNote>();
        foreach (var group in entries.Where(e => e.ReceiptId == receiptId).GroupBy(e => e.CardId).ToList())
        {
            var left = group.Sum(e => e.Kind switch
            {
                GiftCardEntryKind.Redemption => e.Amount.Minor,
                GiftCardEntryKind.RedemptionReturned => -e.Amount.Minor,
                _ => 0,
            });
            var amount = Money.Min(new Money(Math.Max(0, left)), refund);
            if (!amount.IsZero)
            {
                var card = byId[group.Key];
                card.Restore(amount, context);
                entries.Add(card.NewEntries[^1]);
                notes.Add(card.Note(GiftCardEntryKind.RedemptionReturned, amount));
                refund -= amount;
            }
        }

        return notes;
    }

    /// <summary>Counts the wrong secret numbers of a purchase that is not posted, so that nobody tries them all by quotes.</summary>
    public Task CountWrongPinsAsync(IDbContextFactory<LoyaltyDbContext> databases, CancellationToken ct) =>
        GiftCardWriter.CountWrongPinsAsync(databases, [.. byId.Values.Where(c => c.HasChanged).Select(c => c.Card.Id)], ct);

    /// <summary>Writes it all, or tells with false that someone else changed a card first. After the holds.</summary>
    public async Task<bool> WriteAsync(LoyaltyDbContext db, SqlProvider sql, CancellationToken ct)
    {
        if (!await GiftCardWriter.WriteAsync(db, sql, byId.Values, ct))
        {
            return false;
        }

        await sql.InsertAsync(db, placed, ct);
        return true;
    }
}
