using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns.Till;
using LoyaltyAdmin.Features.GiftCards;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Takes goods back: matches them with receipt lines and moves the points, in the memory of its batch (R4).</summary>
internal sealed class ReturnDecider(IdSource ids, SaleDecider sales)
{
    public PostingResult Post(ReturnPosting posting, PostingState state, bool registerUnknown)
    {
        if (state.Returns.GetValueOrDefault(posting.Key) is { } known)
        {
            return known.PayloadHash == posting.PayloadHash && known.PartnerId == posting.Partner?.Id
                ? new PostingResult { Replayed = true, Return = known }
                : ReceiptRejections.PayloadConflict(posting.TillKey);
        }

        // Goods go back to where they were bought: a receipt of another owner of tills is none here.
        var receipt = posting.ReceiptKey is { } key && state.Sales.GetValueOrDefault(key) is { } sold && sold.PartnerId == posting.Partner?.Id ? sold : null;
        if (receipt is null && posting.Source == ReceiptSource.Api)
        {
            return ReceiptRejections.ReceiptUnknown(PartnerTill.Tell(posting.ReceiptKey ?? "", posting.Partner?.Id));
        }

        var member = MemberOf(posting, receipt, state, registerUnknown);
        if (member is null && receipt is null && posting.Member is { } unknown)
        {
            return ReceiptRejections.MemberUnknown(unknown.Value);
        }

        if (receipt is { CardsSold.IsZero: false } && ReturnedCards.Check(posting, receipt, state) is { } refused)
        {
            return refused;
        }

        var matching = new ReturnMatching(posting, receipt, member is null ? [] : Returnable(member, state));
        if (matching.Match() is { } rejection)
        {
            return rejection;
        }

        return new PostingResult { Return = Write(posting, receipt, member, matching, state) };
    }

    private PostingMember? MemberOf(ReturnPosting posting, Receipt? receipt, PostingState state, bool registerUnknown)
    {
        if (receipt is not null)
        {
            return receipt.MemberId is { } id ? state.Members[id] : null;
        }

        if (posting.Member is not { } key)
        {
            return null;
        }

        if (state.MembersByKey.TryGetValue(key, out var member))
        {
            return member;
        }

        return registerUnknown && key.Kind == MemberKeyKind.ExternalId ? sales.Register(key, posting.OccurredAt, null, posting.ImportId, state) : null;
    }

    private static IEnumerable<Receipt> Returnable(PostingMember member, PostingState state) =>
        state.Returnable.GetValueOrDefault(member.Id) ?? state.NewSales.Where(r => r.MemberId == member.Id);

    private Return Write(ReturnPosting posting, Receipt? named, PostingMember? member, ReturnMatching matching, PostingState state)
    {
        var id = ids.Next<Return>();
        var calendar = state.Timeline.CalendarAt(posting.OccurredAt);
        var context = new EntryContext { At = posting.OccurredAt, Day = calendar.DayOf(posting.OccurredAt), ReturnId = id };
        var until = SaleDecider.ExpireUntil(posting.Source, posting.OccurredAt, state.Now);
        var moved = default(Moved);
        var cards = new ReturnedCards(named, context with { ReceiptId = named?.Id }, posting.Store, state);
        cards.Disable(matching);
        var offers = matching.ByReceipt.SelectMany(r => state.Campaigns.Return(r.Receipt, r.Lines)).ToList();
        foreach (var line in offers.SelectMany(o => o.Back.Lines.Select(l => (o.Receipt, l.Line, l.Points))).Where(l => !l.Points.IsZero))
        {
            matching.AskBack(line.Receipt, line.Line, line.Points);
        }

        foreach (var (receipt, lines) in matching.ByReceipt)
        {
            NoteReturned(receipt, lines, state);
            if (receipt.PartnerId is null)
            {
                member?.Tier?.Course.Days.Add(receipt.Day, new PurchaseDay
                {
                    Refunded = lines.Aggregate(Money.Zero, (sum, l) => sum + (cards.IsCard(receipt, l.Line.Line) ? Money.Zero : l.Refund)),
                    Reversed = lines.Aggregate(Points.Zero, (sum, l) => sum + l.Reversed),
                });
            }

            if (member is not null)
            {
                var own = Move(receipt, lines, member, context with { ReceiptId = receipt.Id }, until, calendar, state);
                GiveBack(receipt, lines, own.Reversed, offers, state);
                moved += own;
            }
            else
            {
                GiveBack(receipt, lines, Points.Zero, offers, state);
            }
        }

        moved += new Moved(Points.Zero, Points.Zero, Points.Zero, offers.Aggregate(Money.Zero, (sum, o) => sum + o.Back.HoldBack));
        var goods = Record(posting, id, context.Day, named, member, matching, moved, cards, state);
        state.NewReturns.Add(goods);
        state.Returns[goods.Key] = goods;
        state.Rollups.Return(member?.Ledger.Account, goods);
        return goods;
    }

    /// <summary>What was really reversed falls to the main scheme and to the campaigns by what was asked of each (R4).</summary>
    private static void GiveBack(Receipt receipt, List<LineReturn> lines, Points reversed, List<OfferGivenBack> offers, PostingState state)
    {
        var own = offers.Where(o => o.Receipt == receipt).ToList();
        if (own.Count == 0)
        {
            return;
        }

        var asked = lines.Sum(l => l.Reversed.Value);
        var ofOffers = own.Select(o => o.Back.Points.Value).ToArray();
        var parts = Rounding.Spread(Math.Min(reversed.Value, asked), [Math.Max(0, asked - ofOffers.Sum()), .. ofOffers]);
        for (var i = 0; i < own.Count; i++)
        {
            state.Campaigns.GiveBack(own[i], asked == 0 ? Points.Zero : new Points(parts[i + 1]));
        }
    }

    private static void NoteReturned(Receipt receipt, List<LineReturn> lines, PostingState state)
    {
        if (state.NewSaleIds.Contains(receipt.Id))
        {
            return;
        }

        state.ReturnedSales.Add(receipt);
        lines.ForEach(l => state.ReturnedLines.Add(l.Line));
    }

    private static Moved Move(
        Receipt receipt, List<LineReturn> lines, PostingMember member, EntryContext context, DateTime until, ProgramCalendar calendar, PostingState state)
    {
        // What the receipt was promised holds for its return, whatever the conditions say today.
        var version = state.Timeline.Versions.FirstOrDefault(v => v.Number == receipt.RuleVersion) ?? state.Timeline.Versions[0];
        var conditions = version.Conditions;
        var ledger = member.Ledger;
        ledger.Expire(until, calendar);

        var restored = lines.Aggregate(Points.Zero, (sum, l) => sum + l.Restored);
        state.PayersOf(receipt, member).Restore(
            restored,
            receipt.Id,
            conditions.Returns.RestoreExpired,
            until,
            payer => RestoredExpiry(conditions, context, state.Accounts[payer.Account.Id], calendar),
            context,
            calendar);

        var asked = lines.Aggregate(Points.Zero, (sum, l) => sum + l.Reversed);
        var reversal = ledger.Reverse(asked, receipt.Id, receipt.Forgiven, context);
        receipt.Forgiven += reversal.Forgiven;
        var heldBack = Money.Zero;
        var debt = Points.Zero;
        switch (conditions.Returns.Deficit)
        {
            case DeficitPolicy.Debt:
                ledger.Owe(reversal.Missing);
                debt = reversal.Missing;
                break;
            case DeficitPolicy.HoldBackFromRefund:
                heldBack = MoneyOf(reversal.Missing, conditions.Redemption.PointValue, state.Timeline.Program.PointDecimals);
                break;
            case DeficitPolicy.WriteOff:
                break;
        }

        return new Moved(restored, reversal.Taken + debt, debt, heldBack);
    }

    private static DateTime RestoredExpiry(ProgramConditions conditions, EntryContext context, PostingMember member, ProgramCalendar calendar) =>
        conditions.Returns.RestoreExpired == RestoreExpiredPolicy.NewLot
            ? ExpiryRule.ExpiresAt(conditions.Expiry, context.At, member.JoinedOn, calendar)
            : calendar.StartOf(context.Day.AddDays(conditions.Returns.GraceDays + 1));

    private static Money MoneyOf(Points points, decimal pointValue, int decimals) =>
        new(Rounding.ToWhole(points.Value * pointValue * 100m / (decimal)Math.Pow(10, decimals), RoundingMode.Down));

    private static Return Record(
        ReturnPosting posting, long id, DateOnly day, Receipt? named, PostingMember? member, ReturnMatching matching, Moved moved, ReturnedCards cards, PostingState state)
    {
        // What is held back lowers the refund, never below nothing, and is spread over the lines like any amount.
        var refund = matching.Lines.Aggregate(Money.Zero, (sum, l) => sum + l.Refund);
        var heldBack = Money.Min(moved.HeldBack, refund);
        var parts = Rounding.Spread(heldBack.Minor, [.. matching.Lines.Select(l => l.Refund.Minor)]);
        var ofCards = matching.Lines.Select((l, i) => l.Line is { } line && cards.IsCard(l.Receipt!, line.Line.Line) ? l.Refund - new Money(parts[i]) : Money.Zero)
            .Aggregate(Money.Zero, (sum, part) => sum + part);
        var ofGoods = refund - heldBack - ofCards;
        var toCards = cards.Restore(ofGoods);
        return new Return
        {
            Id = id,
            Key = posting.Key,
            ReceiptId = named?.Id,
            MemberId = member?.Id,
            OccurredAt = posting.OccurredAt,
            Day = day,
            PartnerId = posting.Partner?.Id,
            Store = posting.Store.Length > 0 ? posting.Store : named?.Store ?? "",
            Refund = ofGoods,
            ByGiftCard = toCards,
            CardsRefunded = ofCards,
            GiftCards = GiftCardNotes.Write(cards.Notes),
            Restored = moved.Restored,
            Reversed = moved.Reversed,
            Debt = moved.Debt,
            BalanceAfter = member?.Purse.Available ?? Points.Zero,
            ImportId = posting.ImportId,
            Source = posting.Source,
            PayloadHash = posting.PayloadHash,
            RecordedAt = state.Now,
            Lines =
            [
                .. matching.Lines.Select((l, i) => new ReturnLine
                {
                    ReturnId = id,
                    Number = i + 1,
                    ReceiptId = l.Receipt?.Id,
                    ReceiptLine = l.Line?.Line.Line,
                    Sku = l.Sku,
                    Quantity = l.Quantity,
                    Refund = l.Refund - new Money(parts[i]),
                    Reversed = l.Line?.Reversed ?? Points.Zero,
                    Restored = l.Line?.Restored ?? Points.Zero,
                }),
            ],
        };
    }

    private readonly record struct Moved(Points Restored, Points Reversed, Points Debt, Money HeldBack)
    {
        public static Moved operator +(Moved a, Moved b) =>
            new(a.Restored + b.Restored, a.Reversed + b.Reversed, a.Debt + b.Debt, a.HeldBack + b.HeldBack);
    }
}
