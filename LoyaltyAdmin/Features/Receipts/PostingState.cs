using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Rollups;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>A member at work in a batch.</summary>
/// <param name="Id">The member.</param>
/// <param name="Status">Blocked members earn and spend nothing.</param>
/// <param name="JoinedOn">For the models of expiry.</param>
/// <param name="Ledger">The account with its lots.</param>
internal sealed record PostingMember(long Id, MemberStatus Status, DateOnly JoinedOn, AccountLedger Ledger);

/// <summary>All that a batch read and all that it will write.</summary>
internal sealed class PostingState
{
    public required ProgramTimeline Timeline { get; init; }

    public required DateTime Now { get; init; }

    public required RollupBatch Rollups { get; set; }

    /// <summary>Receipts that are there, by key; those of this batch join them.</summary>
    public Dictionary<string, Receipt> Sales { get; } = [];

    public Dictionary<string, Return> Returns { get; } = [];

    /// <summary>Keys that are there of which no more than the fingerprint was read.</summary>
    public Dictionary<string, string> KnownFingerprints { get; } = [];

    public Dictionary<MemberKey, PostingMember> MembersByKey { get; } = [];

    public Dictionary<long, PostingMember> Members { get; } = [];

    /// <summary>Lines of earlier receipts that imported returns may be matched with, by member.</summary>
    public Dictionary<long, List<Receipt>> Returnable { get; } = [];

    /// <summary>Points accrued by account and day, where the conditions cap them.</summary>
    public Dictionary<(long Account, DateOnly Day), long>? AccruedByDay { get; set; }

    public List<Member> NewMembers { get; } = [];

    public List<Account> NewAccounts { get; } = [];

    public List<Receipt> NewSales { get; } = [];

    public HashSet<long> NewSaleIds { get; } = [];

    public List<Return> NewReturns { get; } = [];

    /// <summary>Receipts that were there before and have lines returned now.</summary>
    public HashSet<Receipt> ReturnedSales { get; } = [];

    public HashSet<ReceiptLine> ReturnedLines { get; } = [];
}
