using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Campaigns.Till;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Features.Tiers;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Reads, set-wise, all that a batch of postings needs: a few queries however many postings there are.</summary>
internal sealed class PostingLoader(IdSource ids, TierCourses tiers, CampaignBook campaigns, CouponCodes coupons)
{
    private readonly GiftCardLoader giftCards = new(ids);
    private readonly MemberLoader members = new(new LedgerNumbers(ids.Next<LedgerEntry>, ids.Next<PointsLot>));

    public async Task<PostingState> LoadAsync(
        LoyaltyDbContext db, IReadOnlyList<Posting> postings, ProgramTimeline timeline, DateTime now, CancellationToken ct)
    {
        var state = new PostingState { Timeline = timeline, Now = now, Rollups = null!, Campaigns = new CampaignsAtTill(await campaigns.GetAsync(ct), new CouponsAtTill(coupons, ids)) };
        await HoldLoader.LoadAsync(db, postings, state, ct);
        await LoadSalesAsync(db, postings, state, ct);
        await LoadReturnsAsync(db, postings, state, ct);
        await PartnerPostings.LoadAsync(db, postings, state, ct);
        await members.LoadAsync(db, postings, state, ct);
        state.IsStale |= HoldLoader.HasMoved(state);
        var overdue = await HoldLoader.OverdueAsync(db, state, members, ct);
        await LoadReturnableAsync(db, postings, state, ct);
        await LoadCampaignsAsync(db, postings, state, ct);
        HoldLoader.Lapse(state, overdue);
        await LoadAccruedAsync(db, postings, state, ct);
        await LoadTiersAsync(db, postings, state, ct);
        await LoadBenefitsAsync(db, postings, state, ct);
        state.GiftCards = await giftCards.LoadAsync(db, AskedCards(postings, state), now, timeline.CalendarAt(now), ct);
        return state;
    }

    /// <summary>A ledger over an account that has nothing yet, for a member who is being registered.</summary>
    public AccountLedger NewLedger(Account account, DateTime now) => members.NewLedger(account, now);

    /// <summary>The way on the ladder of a member who is being registered.</summary>
    public TierCourses.Read NewCourse(long memberId, DateOnly joinedOn) => tiers.Begin(memberId, joinedOn);

    private static GiftCardsAsked AskedCards(IReadOnlyList<Posting> postings, PostingState state)
    {
        var drafts = postings.Select(state.PurchaseOf).OfType<ReceiptDraft>().ToList();
        return new GiftCardsAsked
        {
            Codes = [.. drafts.SelectMany(d => d.GiftCards.Select(p => p.Code).Concat(d.Lines.Select(l => l.GiftCard).OfType<string>()))],
            Holds = [.. state.Holds.Keys],
            Receipts =
            [
                .. postings.OfType<ReturnPosting>().Where(p => p.Source == ReceiptSource.Api && p.ReceiptKey is not null)
                    .Select(p => state.Sales.GetValueOrDefault(p.ReceiptKey!)).OfType<Receipt>().Where(r => r.GiftCards is not null).Select(r => r.Id),
            ],
        };
    }

    private static async Task LoadSalesAsync(LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, CancellationToken ct)
    {
        // A till wants the old answer again, an import only wants to know that the receipt is there.
        var imported = postings.OfType<SalePosting>().Where(p => p.Source == ReceiptSource.Import).Select(p => p.Key).ToArray();
        if (imported.Length > 0)
        {
            var known = await db.Receipts.AsNoTracking().Where(r => EF.Parameter(imported).Contains(r.Key))
                .Select(r => new { r.Key, r.PayloadHash }).ToListAsync(ct);
            known.ForEach(r => state.KnownFingerprints[r.Key] = r.PayloadHash);
        }

        var whole = postings.OfType<SalePosting>().Where(p => p.Source != ReceiptSource.Import).Select(p => p.Key)
            .Concat(postings.OfType<ReturnPosting>().Select(p => p.ReceiptKey).OfType<string>())
            .Concat(state.HoldsByReceipt.Keys)
            .Concat(postings.OfType<HoldPosting>().Select(p => p.Key))
            .Distinct().ToArray();
        if (whole.Length > 0)
        {
            var receipts = await db.Receipts.AsNoTracking().Include(r => r.Lines)
                .Where(r => EF.Parameter(whole).Contains(r.Key)).ToListAsync(ct);
            receipts.ForEach(r => state.Sales[r.Key] = r);
        }
    }

    private static async Task LoadReturnsAsync(LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, CancellationToken ct)
    {
        var keys = postings.OfType<ReturnPosting>().Select(p => p.Key).Distinct().ToArray();
        if (keys.Length > 0)
        {
            var returns = await db.Returns.AsNoTracking().Where(r => EF.Parameter(keys).Contains(r.Key)).ToListAsync(ct);
            returns.ForEach(r => state.Returns[r.Key] = r);
        }
    }

    /// <summary>The earlier receipts of members who bring goods back without naming a receipt.</summary>
    private static async Task LoadReturnableAsync(LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, CancellationToken ct)
    {
        var wanted = postings.OfType<ReturnPosting>()
            .Where(p => p.Member is { } key && state.MembersByKey.ContainsKey(key) && !state.Returns.ContainsKey(p.Key)
                && (p.ReceiptKey is null || !state.Sales.ContainsKey(p.ReceiptKey)))
            .ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var members = wanted.Select(p => (long?)state.MembersByKey[p.Member!.Value].Id).Distinct().ToArray();
        var skus = wanted.SelectMany(p => p.Lines).Select(l => l.Sku).OfType<string>().Distinct().ToArray();
        var receipts = await db.Receipts.AsNoTracking().Include(r => r.Lines)
            .Where(r => EF.Parameter(members).Contains(r.MemberId) && r.PartnerId == null
                && r.Lines.Any(l => EF.Parameter(skus).Contains(l.Sku) && l.ReturnedQuantity.Thousandths < l.Quantity.Thousandths))
            .ToListAsync(ct);
        foreach (var group in receipts.GroupBy(r => r.MemberId!.Value))
        {
            state.Returnable[group.Key] = [.. group.Select(r => state.Sales.GetValueOrDefault(r.Key) ?? r)];
        }
    }

    /// <summary>The places of members on the ladder, where a purchase meets one.</summary>
    private async Task LoadTiersAsync(LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, CancellationToken ct)
    {
        var met = postings.Select(state.PurchaseOf).OfType<ReceiptDraft>()
            .Select(d => (Rules: state.TiersAt(d.OccurredAt), Day: state.Timeline.CalendarAt(d.OccurredAt).DayOf(d.OccurredAt)))
            .Where(d => d.Rules is not null).ToList();
        if (met.Count == 0 || state.Members.Count == 0)
        {
            return;
        }

        var read = await tiers.LoadAsync(
            db,
            [.. state.Members.Values.Select(m => new TierCourses.Member(m.Id, m.JoinedOn))],
            [.. met.Select(d => d.Rules!).Distinct()],
            met.Min(d => d.Day),
            state.Now,
            ct);
        foreach (var (id, course) in read)
        {
            state.Members[id].Tier = course;
        }
    }

    /// <summary>What campaigns and coupons have to do with the receipts, holds and returns.</summary>
    private static async Task LoadCampaignsAsync(LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, CancellationToken ct)
    {
        var campaigns = state.Campaigns;
        var brought = postings.Select(state.PurchaseOf).OfType<ReceiptDraft>().SelectMany(d => d.Codes)
            .Concat(state.Holds.Values.Where(h => h.Status == HoldStatus.Open).SelectMany(h => HoldJson.Draft(h.Payload).Codes))
            .Concat(postings.OfType<ReturnPosting>().Select(p => p.ReceiptKey is { } key ? state.Sales.GetValueOrDefault(key) : null).OfType<Receipt>()
                .Concat(state.Returnable.Values.SelectMany(r => r)).SelectMany(r => OffersJson.Read(r.Offers)).Select(o => o.Code).OfType<string>());
        long[] members = [.. state.Members.Keys];
        await CampaignTillLoader.LoadAsync(db, campaigns, members, ct);
        await campaigns.Coupons.LoadAsync(db, [.. brought], campaigns.Book.CouponSeries, members, ct);
    }

    /// <summary>What plans and clubs give to those who buy.</summary>
    private static async Task LoadBenefitsAsync(LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, CancellationToken ct)
    {
        var times = postings.Select(state.PurchaseOf).OfType<ReceiptDraft>().Select(d => d.OccurredAt).ToList();
        if (times.Count == 0 || state.Members.Count == 0)
        {
            return;
        }

        long[] members = [.. state.Members.Keys];
        var plans = await SubscriptionBenefits.LoadAsync(db, members, times.Min(), times.Max(), ct);
        var clubs = await ClubBenefits.LoadAsync(db, members, times.Min(), times.Max(), ct);
        foreach (var given in plans.Concat(clubs).ToLookup(b => b.Member, b => b.Benefit))
        {
            state.Members[given.Key].Benefits = [.. given];
        }
    }

    /// <summary>What members have accrued on the days and months in question, where the conditions cap it.</summary>
    private static async Task LoadAccruedAsync(LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, CancellationToken ct)
    {
        var capped = postings.Where(p => p.Member is not null || p is ConfirmPosting).Select(state.PurchaseOf).OfType<ReceiptDraft>()
            .Where(d => state.Timeline.InForceAt(d.OccurredAt).Conditions.Accrual is { } accrual
                && (accrual.CapPerMemberPerDay is not null || accrual.CapPerMemberPerMonth is not null))
            .Select(d => state.Timeline.CalendarAt(d.OccurredAt).DayOf(d.OccurredAt))
            .ToList();
        if (capped.Count == 0)
        {
            return;
        }

        var accounts = state.Members.Values.Select(m => m.Ledger.Account.Id).ToArray();
        var (from, to) = (new DateOnly(capped.Min().Year, capped.Min().Month, 1), capped.Max().AddMonths(1));
        var rows = await db.LedgerEntries.AsNoTracking()
            .Where(e => EF.Parameter(accounts).Contains(e.AccountId) && (e.Kind == EntryKind.Accrual || e.Kind == EntryKind.AccrualUndone) && e.Day >= from && e.Day <= to)
            .GroupBy(e => new { e.AccountId, e.Day })
            .Select(g => new { g.Key.AccountId, g.Key.Day, Points = g.Sum(e => e.Kind == EntryKind.Accrual ? e.Points.Value : -e.Points.Value) })
            .ToListAsync(ct);
        state.AccruedByDay = rows.ToDictionary(r => (r.AccountId, r.Day), r => r.Points);
    }
}
