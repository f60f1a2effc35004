using LoyaltyAdmin.Domain.Joining;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns.Till;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Features.Tiers;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>A member at work in a batch.</summary>
/// <param name="Id">The member.</param>
/// <param name="Status">Blocked members earn and spend nothing.</param>
/// <param name="JoinedOn">For the models of expiry.</param>
/// <param name="Ledger">The account with its lots.</param>
internal sealed record PostingMember(long Id, MemberStatus Status, DateOnly JoinedOn, AccountLedger Ledger)
{
    /// <summary>What pays for the member's purchases: the own account, or those of the household.</summary>
    public PointsPool Purse
    {
        get => field ??= new PointsPool(Ledger);
        set;
    }

    /// <summary>What a till asks the customer for before points are spent; null where no name is known.</summary>
    public string? MaskedName { get; init; }

    /// <summary>The way on the ladder; null where no purchase of the batch meets levels.</summary>
    public TierCourses.Read? Tier { get; set; }

    /// <summary>What decides whether the member is in and may spend; null where no conditions ask for it.</summary>
    public MemberEntry? Entry { get; set; }

    /// <summary>What plans and clubs give around the time of the purchases.</summary>
    public IReadOnlyList<MemberBenefit> Benefits { get; set; } = [];
}

/// <summary>All that a batch read and all that it will write.</summary>
internal sealed class PostingState
{
    private readonly Dictionary<int, TierRules?> tierRules = [];

    public required ProgramTimeline Timeline { get; init; }

    public required DateTime Now { get; init; }

    public required RollupBatch Rollups { get; set; }

    /// <summary>The rules of levels at an instant; null where there are none.</summary>
    public TierRules? TiersAt(DateTime at)
    {
        var number = Timeline.InForceAt(at).Number;
        if (!tierRules.TryGetValue(number, out var rules))
        {
            tierRules[number] = rules = TierRules.Of(Timeline, at);
        }

        return rules;
    }

    /// <summary>Whether a member was merged into another while it was read: what was read is to be read again.</summary>
    public bool IsStale { get; set; }

    /// <summary>Partners whose tills post in the batch.</summary>
    public Dictionary<int, PartnerAtTill> Partners { get; } = [];

    /// <summary>Receipts that are there, by key; those of this batch join them.</summary>
    public Dictionary<string, Receipt> Sales { get; } = [];

    public Dictionary<string, Return> Returns { get; } = [];

    /// <summary>Keys that are there of which no more than the fingerprint was read.</summary>
    public Dictionary<string, string> KnownFingerprints { get; } = [];

    public Dictionary<MemberKey, PostingMember> MembersByKey { get; } = [];

    /// <summary>Those whom the postings are about.</summary>
    public Dictionary<long, PostingMember> Members { get; } = [];

    /// <summary>By the number of the account: those whom the postings are about, and whoever's points pay beside theirs.</summary>
    public Dictionary<long, PostingMember> Accounts { get; } = [];

    /// <summary>Whether members of a household spend what all of them have; judged, as all that is available, when it is processed (R1).</summary>
    public bool PoolsHouseholds => Timeline.InForceAt(Now).Conditions.Joining.HouseholdLimit > 0;

    /// <summary>Holds that are named or that the accounts at work have open.</summary>
    public Dictionary<long, Hold> Holds { get; } = [];

    /// <summary>Holds by the key of their receipt.</summary>
    public Dictionary<string, List<Hold>> HoldsByReceipt { get; } = [];

    /// <summary>Lines of earlier receipts that imported returns may be matched with, by member.</summary>
    public Dictionary<long, List<Receipt>> Returnable { get; } = [];

    /// <summary>Points accrued by account and day, where the conditions cap them.</summary>
    public Dictionary<(long Account, DateOnly Day), long>? AccruedByDay { get; set; }

    /// <summary>The gift cards that pay, are sold or get money back.</summary>
    public GiftCardsAtTill GiftCards { get; set; } = new();

    /// <summary>The campaigns that run, and the coupons that are brought.</summary>
    public required CampaignsAtTill Campaigns { get; init; }

    public List<Member> NewMembers { get; } = [];

    public List<Account> NewAccounts { get; } = [];

    public List<Receipt> NewSales { get; } = [];

    public HashSet<long> NewSaleIds { get; } = [];

    /// <summary>What paid plans brought with the new sales.</summary>
    public List<SubscriptionSaving> NewSavings { get; } = [];

    public List<Return> NewReturns { get; } = [];

    /// <summary>Receipts that were there before and have lines returned now.</summary>
    public HashSet<Receipt> ReturnedSales { get; } = [];

    public HashSet<ReceiptLine> ReturnedLines { get; } = [];

    public List<Hold> NewHolds { get; } = [];

    /// <summary>Holds that are closed now, with the status that was read.</summary>
    public Dictionary<Hold, HoldStatus> ClosedHolds { get; } = [];

    /// <summary>Whether there is anything to write.</summary>
    public bool HasNews => NewSales.Count > 0 || NewReturns.Count > 0 || NewHolds.Count > 0 || ClosedHolds.Count > 0 || GiftCards.HasNews || Campaigns.HasNews;

    /// <summary>The partner at whose till a purchase is made; null at the shop's own.</summary>
    public PartnerAtTill? PartnerOf(ReceiptDraft draft) => draft.PartnerId is { } id ? Partners[id] : null;

    /// <summary>Why nothing new is sold there; null where it is.</summary>
    public Rejection? Refuses(ReceiptDraft draft) =>
        PartnerOf(draft) is not { } partner ? null
        : partner is { Partner: { State: PartnerState.Closed } left } ? ReceiptRejections.PartnerClosed(left.Name)
        : draft.GiftCards.Count > 0 || draft.Lines.Any(l => l.GiftCard is not null) ? new Rejection("GiftCards.NotAtPartners") { Field = "giftCards" }
        : null;

    /// <summary>The purchase that a posting is about; null for a return or a cancelled hold.</summary>
    public ReceiptDraft? PurchaseOf(Posting posting) => posting switch
    {
        SalePosting sale => sale.Draft,
        HoldPosting hold => hold.Draft,
        ConfirmPosting { Changed: { } changed } => changed.Draft,
        ConfirmPosting confirm when Holds.TryGetValue(confirm.HoldId, out var hold) => HoldJson.Draft(hold.Payload),
        _ => null,
    };

    /// <summary>The member that a posting names, itself or by its hold; null where there is none or it is unknown.</summary>
    public PostingMember? MemberOf(Posting posting) => posting switch
    {
        { Member: { } key } => MembersByKey.GetValueOrDefault(key),
        ConfirmPosting confirm when Holds.TryGetValue(confirm.HoldId, out var hold) => MemberOf(hold),
        _ => null,
    };

    public PostingMember? MemberOf(Hold hold) => hold.AccountId is { } account ? Accounts[account] : null;

    /// <summary>The account on which a lot lies; null for a lot that was not read.</summary>
    public AccountLedger? LedgerOf(long lotId)
    {
        foreach (var member in Accounts.Values)
        {
            if (member.Ledger.Find(lotId) is not null)
            {
                return member.Ledger;
            }
        }

        return null;
    }

    /// <summary>The accounts on which a hold has set points aside.</summary>
    public PointsPool PurseOf(Hold hold) => new([.. hold.Lots.Select(l => LedgerOf(l.LotId) ?? throw new KeyNotFoundException($"Lot {l.LotId} was not read.")).Distinct()]);

    /// <summary>The accounts that paid for a receipt of a member.</summary>
    public PointsPool PayersOf(Receipt receipt, PostingMember member) => receipt.PaidFrom is null
        ? new PointsPool(member.Ledger)
        : new PointsPool([member.Ledger, .. Accounts.Values.Select(m => m.Ledger).Where(l => l != member.Ledger && l.OriginsOf(receipt.Id).Count > 0)]);

    /// <summary>The open hold of a receipt.</summary>
    public Hold? OpenHoldOf(string receiptKey) =>
        HoldsByReceipt.GetValueOrDefault(receiptKey)?.Find(h => h.Status == HoldStatus.Open);

    public void Note(Receipt receipt, IReadOnlyList<LineSaving> savings) => NewSavings.AddRange(savings.Select(s => new SubscriptionSaving
    {
        ReceiptId = receipt.Id,
        Line = s.Line,
        SubscriptionId = s.SubscriptionId,
        Discount = s.Discount,
        Points = s.Points,
    }));

    public void Add(Hold hold)
    {
        Holds[hold.Id] = hold;
        if (HoldsByReceipt.TryGetValue(hold.ReceiptKey, out var holds))
        {
            holds.Add(hold);
        }
        else
        {
            HoldsByReceipt[hold.ReceiptKey] = [hold];
        }
    }

    /// <summary>Frees the points of a hold that are still set aside.</summary>
    public void Free(Hold hold)
    {
        if (hold.Status == HoldStatus.Open && PurseOf(hold) is var purse)
        {
            purse.Release(purse.SetAsideBy(hold));
        }
    }

    private void ReleaseOffers(Hold hold)
    {
        if (hold.Status == HoldStatus.Open && HoldJson.Decision(hold.Decision).Decision.Offers is { Count: > 0 } offers)
        {
            var at = HoldJson.Draft(hold.Payload).OccurredAt;
            Campaigns.Release(offers, MemberOf(hold)?.Id, Timeline.CalendarAt(at).DayOf(at));
        }
    }

    public void Close(Hold hold, HoldStatus status)
    {
        ClosedHolds.TryAdd(hold, hold.Status);
        ReleaseOffers(hold);
        hold.Status = status;
        hold.ClosedAt = Now;
        GiftCards.Free(hold.Id);
    }
}
