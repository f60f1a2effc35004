using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Coupons;

namespace LoyaltyAdmin.Features.Campaigns.Till;

/// <summary>
/// Campaigns and coupons in the memory of a batch of postings: what conditions and limits ask, what receipts, holds and
/// returns take and give back. It is written with the receipts, in one transaction; a limit that another has reached
/// meanwhile makes the batch decide anew (R9).
/// </summary>
internal sealed class CampaignsAtTill(CampaignBook.Snapshot book, CouponsAtTill coupons)
{
    private readonly Dictionary<int, CampaignTotal> totals = [];
    private readonly Dictionary<long, MemberCampaigns> members = [];

    public CouponsAtTill Coupons => coupons;

    public CampaignBook.Snapshot Book => book;

    /// <summary>What the batch adds to totals.</summary>
    public Dictionary<int, CampaignDelta> Deltas { get; } = [];

    /// <summary>What the batch adds to the uses of members, by day.</summary>
    public Dictionary<(long Member, int Campaign, DateOnly Day), int> UseDeltas { get; } = [];

    /// <summary>What the batch adds to running totals of members.</summary>
    public Dictionary<(long Member, CounterKey Key), (long Total, int Rewarded)> CounterDeltas { get; } = [];

    public List<ReceiptOffer> NewOffers { get; } = [];

    public List<OpenPromise> NewPromises { get; } = [];

    /// <summary>What returns give back to recorded offers.</summary>
    public List<OfferGivenBack> GivenBack { get; } = [];

    /// <summary>Whether there is anything to write beside new receipts and returns.</summary>
    public bool HasNews => Deltas.Count > 0 || coupons.HasNews;

    public void Read(CampaignTotal total) => totals[total.CampaignId] = total;

    public MemberCampaigns MemberOf(long id)
    {
        if (!members.TryGetValue(id, out var member))
        {
            members[id] = member = new MemberCampaigns();
        }

        return member;
    }

    /// <summary>What the engine needs for a purchase; null where no campaign runs and no code was brought.</summary>
    /// <param name="draft">The purchase.</param>
    /// <param name="calendar">Of the program then.</param>
    /// <param name="memberId">Who earns; null for nobody.</param>
    /// <param name="account">The member's purchases so far.</param>
    /// <param name="tier">Key of the level.</param>
    public Promotions? For(ReceiptDraft draft, ProgramCalendar calendar, long? memberId, Domain.Ledger.Account? account, string? tier)
    {
        if (book.IsEmpty && draft.Codes.Count == 0)
        {
            return null;
        }

        var day = calendar.DayOf(draft.OccurredAt);
        var facts = new CampaignFacts
        {
            MemberId = memberId,
            Codes = [.. draft.Codes.Select(code => coupons.Judge(code, draft.OccurredAt, memberId))],
            Standings = Standings(memberId, day),
        };
        if (memberId is { } id)
        {
            var member = MemberOf(id);
            facts = facts with
            {
                Purchases = account?.Receipts ?? 0,
                FirstPurchaseAt = account?.FirstReceiptOn is { } first ? calendar.StartOf(first) : null,
                LastPurchaseAt = account?.LastReceiptOn is { } last ? calendar.StartOf(last) : null,
                BirthDate = member.BirthDate,
                Tier = tier,
                Clubs = MemberCampaigns.At(member.Clubs, draft.OccurredAt),
                Plans = MemberCampaigns.At(member.Plans, draft.OccurredAt),
                Lists = member.Lists,
                InProgramControl = ControlGroup.Contains(id, ControlGroup.Program, book.Settings.ControlPercent),
                Counters = member.Counters,
            };
        }

        return new Promotions(book.Set, facts);
    }

    /// <summary>Counts what a receipt takes, and carries out at once what can be: the offers as the receipt keeps them.</summary>
    /// <param name="receiptId">The receipt.</param>
    /// <param name="decision">As decided on it.</param>
    /// <param name="memberId">Who earns; null for nobody.</param>
    /// <param name="draft">The purchase.</param>
    /// <param name="calendar">Of the program then.</param>
    /// <param name="now">The instant of processing.</param>
    public IReadOnlyList<OfferDecision> Record(
        long receiptId, ReceiptDecision decision, long? memberId, ReceiptDraft draft, ProgramCalendar calendar, DateTime now)
    {
        if (decision.Offers.Count == 0)
        {
            return [];
        }

        var day = calendar.DayOf(draft.OccurredAt);
        var kept = new List<OfferDecision>(decision.Offers.Count);
        foreach (var offer in decision.Offers.Where(o => o.Outcome != OfferOutcome.NotMatched))
        {
            var id = book.Ids[offer.Campaign];
            Count(id, offer, memberId, day, 1);
            if (memberId is { } member)
            {
                Move(member, offer.Counters.Select(c => (c.Key, c.Added, c.Rewarded)));
            }

            if (offer is { Code: { } code, Outcome: OfferOutcome.Applied })
            {
                coupons.Use(code, receiptId, memberId, draft.OccurredAt);
            }

            kept.Add(offer.Outcome == OfferOutcome.Applied ? offer with { Issued = CarryOut(receiptId, id, offer, memberId, now, calendar) } : offer);
            if (offer.Outcome is OfferOutcome.Applied or OfferOutcome.Control)
            {
                NewOffers.Add(new ReceiptOffer
                {
                    ReceiptId = receiptId,
                    CampaignId = id,
                    Version = offer.Version,
                    MemberId = memberId,
                    Day = day,
                    Outcome = offer.Outcome,
                    Block = offer.Block,
                    Discount = offer.Discount,
                    Points = offer.Points,
                    Money = offer.Use?.Money ?? Money.Zero,
                    Cost = offer.Cost,
                });
            }
        }

        return kept;
    }

    /// <summary>Sets aside what an unconfirmed receipt takes of limits and coupons (R9).</summary>
    public void Reserve(IReadOnlyList<OfferDecision> offers, long? memberId, DateOnly day) => Hold(offers, memberId, day, 1);

    /// <summary>Frees what an unconfirmed receipt had set aside.</summary>
    public void Release(IReadOnlyList<OfferDecision> offers, long? memberId, DateOnly day) => Hold(offers, memberId, day, -1);

    /// <summary>What a return takes back of the offers of a receipt, from what was recorded.</summary>
    /// <param name="receipt">With the counts of its lines raised already.</param>
    /// <param name="lines">What comes back now.</param>
    public IReadOnlyList<OfferGivenBack> Return(Receipt receipt, IReadOnlyList<LineReturn> lines)
    {
        var offers = OffersJson.Read(receipt.Offers);
        if (offers.Count == 0)
        {
            return [];
        }

        var now = lines.GroupBy(l => l.Line.Line).ToDictionary(g => g.Key, g => g.Aggregate(Quantity.Zero, (sum, l) => sum + l.Quantity));
        var after = receipt.Lines.Select(SoldLine.Of).ToList();
        var before = after.Select(l => now.TryGetValue(l.Line, out var back) ? l with { Returned = l.Returned - back } : l).ToList();
        return
        [
            .. from offer in offers
               where offer.Outcome is OfferOutcome.Applied or OfferOutcome.Counted
               let campaign = book.Set.Campaigns.FirstOrDefault(c => c.Key == offer.Campaign && c.Campaign.Version == offer.Version)
               where campaign is not null
               let back = OfferReturn.Minus(OfferReturn.Total(offer, campaign.Terms, after), OfferReturn.Total(offer, campaign.Terms, before))
               select new OfferGivenBack(receipt, book.Ids[offer.Campaign], offer, back),
        ];
    }

    /// <summary>Counts what a return gave back.</summary>
    /// <param name="given">What it asked back.</param>
    /// <param name="reversed">Points that were really reversed of it.</param>
    public void GiveBack(OfferGivenBack given, Points reversed)
    {
        var (back, receipt) = (given.Back, given.Receipt);
        Add(given.CampaignId, new CampaignDelta(-back.Uses, -reversed.Value, -back.Money.Minor));
        if (receipt.MemberId is { } member)
        {
            Use(member, given.CampaignId, receipt.Day, -back.Uses);
            Move(member, back.Counters.Select(c => (c.Key, -c.Total, -c.Rewarded)));
        }

        if (back.Uses > 0 && given.Offer.Code is { } code)
        {
            coupons.GiveBack(code, receipt.Id);
        }

        if (back.TakesPromisesBack)
        {
            coupons.TakeBack(given.Offer.Issued);
        }

        GivenBack.Add(given with { Reversed = reversed });
    }

    private void Hold(IReadOnlyList<OfferDecision> offers, long? memberId, DateOnly day, int sign)
    {
        foreach (var offer in offers.Where(o => o.Use is not null && book.Ids.ContainsKey(o.Campaign)))
        {
            Count(book.Ids[offer.Campaign], offer, memberId, day, sign);
            if (offer.Code is { } code)
            {
                coupons.Hold(code, sign);
            }
        }
    }

    private void Count(int campaign, OfferDecision offer, long? memberId, DateOnly day, int sign)
    {
        if (offer.Use is not { } use)
        {
            return;
        }

        Add(campaign, new CampaignDelta(sign * use.Uses, sign * use.Points.Value, sign * use.Money.Minor));
        if (memberId is { } member)
        {
            Use(member, campaign, day, sign * use.Uses);
        }
    }

    private void Add(int campaign, CampaignDelta delta)
    {
        Deltas[campaign] = Deltas.GetValueOrDefault(campaign) + delta;
        if (totals.TryGetValue(campaign, out var total))
        {
            total.Uses += delta.Uses;
            total.Points = new Points(Math.Max(0, total.Points.Value + delta.Points));
            total.Money = new Money(total.Money.Minor + delta.Money);
        }
    }

    private void Use(long member, int campaign, DateOnly day, int uses)
    {
        if (uses == 0)
        {
            return;
        }

        var known = MemberOf(member).Uses;
        known[(campaign, day)] = known.GetValueOrDefault((campaign, day)) + uses;
        UseDeltas[(member, campaign, day)] = UseDeltas.GetValueOrDefault((member, campaign, day)) + uses;
    }

    private void Move(long member, IEnumerable<(CounterKey Key, long Total, int Rewarded)> moves)
    {
        var counters = MemberOf(member).Counters;
        foreach (var (key, total, rewarded) in moves)
        {
            var before = counters.GetValueOrDefault(key);
            counters[key] = new CounterState(before.Total + total, before.Rewarded + rewarded);
            var delta = CounterDeltas.GetValueOrDefault((member, key));
            CounterDeltas[(member, key)] = (delta.Total + total, delta.Rewarded + rewarded);
        }
    }

    /// <summary>Codes are issued at once; what needs other ledgers waits for its job.</summary>
    private List<string> CarryOut(long receiptId, int campaign, OfferDecision offer, long? memberId, DateTime now, ProgramCalendar calendar)
    {
        var issued = new List<string>();
        foreach (var promise in offer.Promises)
        {
            if (promise.Kind == PromiseKind.Coupon)
            {
                issued.AddRange(coupons.Issue(promise, memberId, now, calendar));
            }
            else if (promise.Kind is PromiseKind.GiftCard or PromiseKind.Tier)
            {
                NewPromises.Add(new OpenPromise
                {
                    Id = coupons.NextPromise(),
                    ReceiptId = receiptId,
                    CampaignId = campaign,
                    MemberId = memberId,
                    Kind = promise.Kind,
                    Key = promise.Key,
                    Count = promise.Count,
                    Amount = promise.Amount.Minor,
                    Days = promise.Days,
                    MadeAt = now,
                });
            }
        }

        return issued;
    }

    private Dictionary<string, CampaignStanding> Standings(long? memberId, DateOnly day)
    {
        var standings = new Dictionary<string, CampaignStanding>(StringComparer.Ordinal);
        foreach (var (key, id) in book.Ids)
        {
            if (!book.Limits.ContainsKey(id))
            {
                continue;
            }

            var total = totals.GetValueOrDefault(id);
            var standing = new CampaignStanding { Uses = total?.Uses ?? 0, Points = total?.Points ?? Points.Zero, Money = total?.Money ?? Money.Zero };
            standings[key] = memberId is { } member ? OfMember(standing, MemberOf(member), id, day) : standing;
        }

        return standings;
    }

    private static CampaignStanding OfMember(CampaignStanding standing, MemberCampaigns member, int campaign, DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var (all, thatDay, week, month) = (0, 0, 0, 0);
        foreach (var ((used, on), uses) in member.Uses)
        {
            if (used == campaign)
            {
                all += uses;
                thatDay += on == day ? uses : 0;
                week += on >= monday && on < monday.AddDays(7) ? uses : 0;
                month += on.Year == day.Year && on.Month == day.Month ? uses : 0;
            }
        }

        return standing with { ByMember = all, ByMemberThatDay = thatDay, ByMemberThatWeek = week, ByMemberThatMonth = month };
    }
}

/// <summary>What a batch adds to what is used up of a campaign: uses, smallest parts of points, hundredths.</summary>
internal readonly record struct CampaignDelta(long Uses, long Points, long Money)
{
    public static CampaignDelta operator +(CampaignDelta a, CampaignDelta b) => new(a.Uses + b.Uses, a.Points + b.Points, a.Money + b.Money);
}

/// <summary>What a return gives back to one offer of a receipt.</summary>
internal sealed record OfferGivenBack(Receipt Receipt, int CampaignId, OfferDecision Offer, OfferBack Back)
{
    /// <summary>Points that were really reversed.</summary>
    public Points Reversed { get; init; }
}
