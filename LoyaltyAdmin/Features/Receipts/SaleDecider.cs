using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Joining;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns.Till;
using LoyaltyAdmin.Features.GiftCards;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Runs one sale through the engine and the member's ledger, in the memory of its batch.</summary>
internal sealed class SaleDecider(IdSource ids, PostingLoader loader)
{
    public PostingResult Post(SalePosting posting, PostingState state, bool registerUnknown)
    {
        if (Known(posting, state) is { } known)
        {
            return known;
        }

        if (DraftValidation.Check(posting.Draft, isHistory: posting.Source == ReceiptSource.Import) is { } wrong)
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
            if (!registerUnknown || key.Kind != MemberKeyKind.ExternalId)
            {
                return ReceiptRejections.MemberUnknown(key.Value);
            }

            member = Register(key, posting.Draft.OccurredAt, posting.Draft.Channel, posting.ImportId, state);
        }

        return new PostingResult { Receipt = Post(posting, member, held: null, state) };
    }

    /// <summary>Posts a checked sale of a known member, with what a hold has set aside for it.</summary>
    public Receipt Post(SalePosting posting, PostingMember? member, HeldPoints? held, PostingState state)
    {
        var receipt = Decide(posting, member, held, state);
        state.NewSales.Add(receipt);
        state.NewSaleIds.Add(receipt.Id);
        state.Sales[receipt.Key] = receipt;
        if (member is not null && state.Returnable.TryGetValue(member.Id, out var returnable))
        {
            returnable.Add(receipt);
        }

        return receipt;
    }

    /// <summary>Asks the engine; the account's overdue points expire first.</summary>
    /// <param name="draft">The purchase.</param>
    /// <param name="member">Who buys.</param>
    /// <param name="state">What the batch read.</param>
    /// <param name="expireUntil">Until when overdue points expire.</param>
    /// <param name="held">What is set aside for this very purchase.</param>
    public static ReceiptDecision Evaluate(
        ReceiptDraft draft, PostingMember? member, PostingState state, DateTime expireUntil, Points held = default)
    {
        var version = state.Timeline.InForceAt(draft.OccurredAt);
        var calendar = state.Timeline.CalendarAt(draft.OccurredAt);
        var blocked = member is { Status: MemberStatus.Blocked };
        var partner = state.PartnerOf(draft);
        var scheme = partner?.SchemeAt(draft.OccurredAt);
        MemberFacts? facts = null;
        if (member is not null && !blocked && (partner is null || scheme is not null))
        {
            member.Ledger.Expire(expireUntil, calendar);
            facts = FactsOf(member, draft, calendar, state);
            facts = facts with { Available = facts.Available + held, Partner = scheme };
        }

        if (facts is not null && member!.Entry is { } entry)
        {
            if (BeforeEntry(entry, draft, version, calendar, state) is { } outside)
            {
                return outside;
            }

            facts = facts with { MaySpend = EntryRule.MaySpend(version.Conditions.Joining, entry) };
        }

        facts = facts is null ? null : facts with { Unconfirmed = ConfirmationRule.WhyNot(version.Conditions.Joining, draft, member!.MaskedName) };

        var benefits = member?.Benefits ?? [];
        var buyer = facts is null ? null : member;
        var decision = member?.Tier is { } tier && facts is not null && state.TiersAt(draft.OccurredAt) is { } rules
            ? DecideOnLadder(tier.Course, rules, draft, version, calendar, facts, member, state)
            : BenefitDecision.Decide(draft, version, calendar, state.Timeline.Program.PointDecimals, facts, benefits, PromotionsFor(buyer, draft, calendar, null, state));
        decision = member is not null && partner is not null && scheme is null ? partner.Explain(decision) : decision;
        return blocked ? decision with { Reasons = [.. decision.Reasons, new Reason("Receipts.MemberBlocked", [])] } : decision;
    }

    /// <summary>Until the price of entry is paid a purchase is as anybody's; the one that pays it is a member's already. Null for who is in.</summary>
    private static ReceiptDecision? BeforeEntry(
        MemberEntry entry, ReceiptDraft draft, ProgramVersion version, ProgramCalendar calendar, PostingState state)
    {
        var terms = state.Timeline.InForceAt(entry.JoinedAt).Conditions.Joining;
        if (EntryRule.IsIn(terms, entry))
        {
            return null;
        }

        var decision = ReceiptEngine.Decide(draft with { RedeemPoints = Points.Zero }, version, calendar, state.Timeline.Program.PointDecimals, null, PromotionsFor(null, draft, calendar, null, state));
        return EntryRule.Pays(terms, decision.Net) ? null : decision with { Reasons = [.. decision.Reasons, new Reason(ReasonCodes.NotYetIn, [])] };
    }

    /// <summary>The level before the purchase serves it, or the one that the purchase reaches, as the conditions say (R7).</summary>
    private static ReceiptDecision DecideOnLadder(
        TierCourse course, TierRules rules, ReceiptDraft draft, ProgramVersion version, ProgramCalendar calendar, MemberFacts facts,
        PostingMember member, PostingState state)
    {
        course.Advance(rules, draft.OccurredAt);
        var level = course.LevelAt(rules, draft.OccurredAt);
        var decision = DecideOn(level);
        if (rules.Conditions.OfReceipt == TierOfReceipt.Before || draft.PartnerId is not null)
        {
            return decision;
        }

        var reached = course.LevelWith(rules, draft.OccurredAt, BoughtBy(draft, decision, rules, state));
        return reached == level ? decision : DecideOn(reached);

        ReceiptDecision DecideOn(TierLevel tier) => BenefitDecision.Decide(
            draft, version, calendar, state.Timeline.Program.PointDecimals, facts with { Privileges = [tier.ToPrivilege()] }, member.Benefits,
            PromotionsFor(member, draft, calendar, tier.Key, state)) with
        { Tier = tier.Key };
    }

    private static Promotions? PromotionsFor(PostingMember? member, ReceiptDraft draft, ProgramCalendar calendar, string? tier, PostingState state) =>
        state.Campaigns.For(draft, calendar, member?.Id, member?.Ledger.Account, tier);

    /// <summary>What a purchase adds to the metric.</summary>
    private static PurchaseDay BoughtBy(ReceiptDraft draft, ReceiptDecision decision, TierRules rules, PostingState state)
    {
        var counted = rules.Conditions.CountPending ? decision.Credits : decision.Credits.Where(c => c.ActivatesAt <= state.Now);
        return new PurchaseDay
        {
            Paid = decision.Net - GiftCardRoom.SoldIn(draft, decision),
            Accrued = counted.Aggregate(Points.Zero, (sum, c) => sum + c.Points),
            Receipts = 1,
        };
    }

    /// <summary>Registers a member whom only an import or the demo names.</summary>
    public PostingMember Register(MemberKey key, DateTime at, string? channel, int? importId, PostingState state)
    {
        var member = new Member
        {
            Id = ids.Next<Member>(),
            ExternalId = key.Value,
            JoinedAt = at,
            JoinedOn = state.Timeline.CalendarAt(at).DayOf(at),
            Channel = channel,
            ImportId = importId,
        };
        member.SearchKey = MemberSearch.KeyOf(member);
        var account = new Account { Id = ids.Next<Account>(), MemberId = member.Id, ProgramId = state.Timeline.Program.Id };
        state.NewMembers.Add(member);
        state.NewAccounts.Add(account);
        var posting = new PostingMember(member.Id, member.Status, member.JoinedOn, loader.NewLedger(account, state.Now));
        posting.Tier = loader.NewCourse(member.Id, member.JoinedOn);
        state.Members[member.Id] = posting;
        state.Accounts[account.Id] = posting;
        state.MembersByKey[key] = posting;
        return posting;
    }

    private static PostingResult? Known(SalePosting posting, PostingState state)
    {
        var receipt = state.Sales.GetValueOrDefault(posting.Key);
        var fingerprint = receipt?.PayloadHash ?? state.KnownFingerprints.GetValueOrDefault(posting.Key);
        if (fingerprint is null)
        {
            return null;
        }

        return fingerprint == posting.PayloadHash && receipt?.PartnerId == posting.Partner?.Id
            ? new PostingResult { Replayed = true, Receipt = receipt }
            : ReceiptRejections.PayloadConflict(posting.TillKey);
    }

    private static MemberFacts FactsOf(PostingMember member, ReceiptDraft draft, ProgramCalendar calendar, PostingState state)
    {
        var facts = new MemberFacts { Available = member.Purse.Available, JoinedOn = member.JoinedOn };
        if (state.AccruedByDay is not { } accrued)
        {
            return facts;
        }

        var day = calendar.DayOf(draft.OccurredAt);
        var account = member.Ledger.Account.Id;
        var month = Enumerable.Range(1, DateTime.DaysInMonth(day.Year, day.Month))
            .Sum(d => accrued.GetValueOrDefault((account, new DateOnly(day.Year, day.Month, d))));
        return facts with
        {
            AccruedThatDay = new Points(accrued.GetValueOrDefault((account, day))),
            AccruedThatMonth = new Points(month),
        };
    }

    private Receipt Decide(SalePosting posting, PostingMember? member, HeldPoints? held, PostingState state)
    {
        var draft = posting.Draft;
        var calendar = state.Timeline.CalendarAt(draft.OccurredAt);
        var day = calendar.DayOf(draft.OccurredAt);
        var (decision, cards) = state.GiftCards.Decide(
            draft,
            held?.GiftCards ?? GiftCardTrust.Asked,
            purchase => Evaluate(purchase, member, state, ExpireUntil(posting.Source, draft.OccurredAt, state.Now), held?.Points ?? Points.Zero));
        decision = held?.Explain(decision, state.Timeline.Program.PointDecimals) ?? decision;
        var id = ids.Next<Receipt>();
        decision = state.GiftCards.Apply(decision, draft, cards, CardContext(draft, day) with { ReceiptId = id });
        if (member is { Status: MemberStatus.Active })
        {
            Move(decision, member, new EntryContext { At = draft.OccurredAt, Day = day, ReceiptId = id }, state, held);
        }

        var buyer = member is { Status: MemberStatus.Active } ? member : null;
        decision = decision with { Offers = state.Campaigns.Record(id, decision, buyer?.Id, draft, calendar, state.Now) };
        var receipt = Record(posting, decision, id, day, member, PaidFrom(id, member, held), state);
        state.Note(receipt, decision.Savings);
        if (receipt.PartnerId is null && member is { Status: MemberStatus.Active, Tier: { } tier } && state.TiersAt(draft.OccurredAt) is { } rules)
        {
            tier.Course.Days.Add(day, BoughtBy(draft, decision, rules, state));
            tier.Course.Advance(rules, draft.OccurredAt, id);
        }

        if (member?.Entry is { } entry && (entry.LargestReceipt is not { } largest || receipt.Net > largest))
        {
            member.Entry = entry with { LargestReceipt = receipt.Net };
        }

        state.Rollups.Sale(member?.Ledger.Account, receipt);
        return receipt;
    }

    /// <summary>When and where a purchase moves the money of gift cards.</summary>
    public static GiftCardContext CardContext(ReceiptDraft draft, DateOnly day) =>
        new() { At = draft.OccurredAt, Day = day, Store = draft.Store, Channel = draft.Channel };

    /// <summary>An import replays history: what was alive at the receipt's own time is alive. A till's receipt meets the present.</summary>
    public static DateTime ExpireUntil(ReceiptSource source, DateTime occurredAt, DateTime now) =>
        source == ReceiptSource.Api || occurredAt > now ? now : occurredAt;

    /// <summary>Moves the points that a decision brings, in the member's ledger.</summary>
    public static void Move(ReceiptDecision decision, PostingMember member, EntryContext context, PostingState state, HeldPoints? held = null)
    {
        var fromHold = Points.Min(decision.RedeemedPoints, held?.Points ?? Points.Zero);
        held?.Purse.RedeemHeld(held.Uses, fromHold, context);
        member.Purse.Redeem(decision.RedeemedPoints - fromHold, context);
        foreach (var credit in decision.Credits)
        {
            member.Ledger.Accrue(credit, context);
        }

        var version = state.Timeline.InForceAt(context.At);
        if (version.Conditions.Expiry.Model == ExpiryModel.FromLastActivity)
        {
            member.Ledger.FollowActivity(
                ExpiryRule.ExpiresAt(version.Conditions.Expiry, context.At, member.JoinedOn, state.Timeline.CalendarAt(context.At)));
        }

        if (state.AccruedByDay is { } accrued)
        {
            var key = (member.Ledger.Account.Id, context.Day);
            accrued[key] = accrued.GetValueOrDefault(key) + decision.Accrued.Value;
        }
    }

    /// <summary>The accounts beside the member's own that paid for a receipt.</summary>
    private static string? PaidFrom(long id, PostingMember? member, HeldPoints? held)
    {
        if (member is null || (member.Purse.Accounts.Count == 1 && held is null))
        {
            return null;
        }

        var others = member.Purse.Accounts.Concat(held?.Purse.Accounts ?? []).Distinct().Where(l => l != member.Ledger);
        return PayingAccounts.Write([.. others.Where(l => !l.SpentOn(id).IsZero).Select(l => l.Account.Id)]);
    }

    private static Receipt Record(
        SalePosting posting, ReceiptDecision decision, long id, DateOnly day, PostingMember? member, string? paidFrom, PostingState state)
    {
        var draft = posting.Draft;
        var receipt = new Receipt
        {
            Id = id,
            Key = posting.Key,
            MemberId = member?.Id,
            OccurredAt = draft.OccurredAt,
            Day = day,
            Store = draft.Store,
            Register = draft.Register,
            Channel = draft.Channel,
            PartnerId = draft.PartnerId,
            Gross = decision.Gross,
            Discount = decision.Discount,
            Redeemed = decision.Redeemed,
            RedeemedPoints = decision.RedeemedPoints,
            PaidFrom = paidFrom,
            Net = decision.Net - decision.CardsSold,
            ByGiftCard = decision.ByGiftCard,
            CardsSold = decision.CardsSold,
            GiftCards = GiftCardNotes.Write(decision.GiftCards),
            Accrued = decision.Accrued,
            AccruedPending = decision.Credits.Where(c => c.ActivatesAt > state.Now).Aggregate(Points.Zero, (sum, c) => sum + c.Points),
            BalanceAfter = member?.Purse.Available ?? Points.Zero,
            Tier = decision.Tier,
            RuleVersion = state.Timeline.InForceAt(draft.OccurredAt).Number,
            Reasons = ReasonsJson.Write(decision.Reasons),
            Offers = OffersJson.Write(decision.Offers),
            Source = posting.Source,
            ImportId = posting.ImportId,
            PayloadHash = posting.PayloadHash,
            RecordedAt = state.Now,
        };
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            receipt.Lines.Add(Record(draft.Lines[i], decision.Lines[i], id, PromotedOn(decision, draft.Lines[i].Line)));
        }

        return receipt;
    }

    private static Points PromotedOn(ReceiptDecision decision, int line) => decision.Offers.Count == 0
        ? Points.Zero
        : new Points(decision.Offers.SelectMany(o => o.Lines).Where(l => l.Line == line).Sum(l => l.Points.Value));

    private static ReceiptLine Record(ReceiptDraftLine line, LineDecision decision, long receiptId, Points promoted) => new()
    {
        ReceiptId = receiptId,
        Line = line.Line,
        Sku = line.Sku,
        Name = line.Name,
        Category = line.Category,
        Quantity = line.Quantity,
        Gross = line.Gross,
        Discount = decision.Discount,
        Redeemed = decision.Redeemed,
        RedeemedPoints = decision.RedeemedPoints,
        Accrued = decision.Accrued,
        Promoted = promoted,
    };
}
