using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts;

/// <summary>Through which door a receipt came.</summary>
public enum ReceiptSource
{
    Api,
    Import,
    Demo,
}

/// <summary>A purchase as it was decided: amounts, points, rules and reasons are recorded, never computed again.</summary>
public sealed class Receipt
{
    public required long Id { get; init; }

    /// <summary>The till's own name of it (<c>receiptId</c>); unique.</summary>
    public required string Key { get; init; }

    /// <summary>Null for a receipt without a member.</summary>
    public long? MemberId { get; init; }

    public required DateTime OccurredAt { get; init; }

    /// <summary>The local day of <see cref="OccurredAt"/> in the program's zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Empty when the till did not name a store.</summary>
    public string Store { get; init; } = "";

    /// <summary>At whose till, where it was a partner's; its key then stands in front of <see cref="Key"/>.</summary>
    public int? PartnerId { get; init; }

    public string? Register { get; init; }

    public string? Channel { get; init; }

    /// <summary>Σ quantity × price.</summary>
    public required Money Gross { get; init; }

    public Money Discount { get; init; }

    /// <summary>What points paid, in money.</summary>
    public Money Redeemed { get; init; }

    public Points RedeemedPoints { get; init; }

    /// <summary>Revenue: gross − discount − redeemed, without gift cards that were sold, with what gift cards paid (R17, R22).</summary>
    public required Money Net { get; init; }

    /// <summary>What gift cards of this program paid of <see cref="Net"/>.</summary>
    public Money ByGiftCard { get; init; }

    /// <summary>What was paid for gift cards of this program: money that the shop owes until they are spent.</summary>
    public Money CardsSold { get; init; }

    /// <summary>What it did to gift cards as JSON; null for nothing.</summary>
    public string? GiftCards { get; init; }

    /// <summary>What was left to pay in money.</summary>
    public Money ToPay => Net + CardsSold - ByGiftCard;

    /// <summary>
    /// Accounts other than the member's own whose points paid, as <see cref="PayingAccounts"/> writes them: those of the household.
    /// Null for none. An account whose member was merged since has given its entries to that of the one who stands for it.
    /// </summary>
    public string? PaidFrom { get; init; }

    public Points Accrued { get; init; }

    /// <summary>The part of <see cref="Accrued"/> that was pending when it was posted.</summary>
    public Points AccruedPending { get; init; }

    /// <summary>Available points right after it, as told to the till.</summary>
    public Points BalanceAfter { get; init; }

    /// <summary>Number of the program version that computed it.</summary>
    public int RuleVersion { get; init; }

    /// <summary>Key of the level that the member was served by; null where the program had none.</summary>
    public string? Tier { get; init; }

    /// <summary>The reasons of the decision as JSON: see <see cref="Reason"/>.</summary>
    public string? Reasons { get; init; }

    /// <summary>What campaigns did on it as JSON; null for nothing.</summary>
    public string? Offers { get; init; }

    public ReceiptSource Source { get; init; }

    /// <summary>The import that brought it; null if none did.</summary>
    public int? ImportId { get; init; }

    /// <summary>Fingerprint of the posted content, to tell a repetition from another receipt under the same key.</summary>
    public required string PayloadHash { get; init; }

    public required DateTime RecordedAt { get; init; }

    /// <summary>Points that returns asked back after they had expired: they count as given back (R4).</summary>
    public Points Forgiven { get; set; }

    /// <summary>Rises with each return.</summary>
    public int Version { get; set; }

    public List<ReceiptLine> Lines { get; init; } = [];
}
