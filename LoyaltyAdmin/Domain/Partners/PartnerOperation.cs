using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Partners;

/// <summary>
/// What one sale to a member at a partner, or one return of it, means between the two companies: the sum of its ledger
/// entries by their sense. It is settled once, for it has one place for the statement.
/// </summary>
public sealed class PartnerOperation
{
    public required long ReceiptId { get; init; }

    /// <summary>The return; zero for the sale itself.</summary>
    public required long ReturnId { get; init; }

    public required int PartnerId { get; init; }

    /// <summary>The terms at the time of the sale; they hold for its returns too.</summary>
    public required int TermsId { get; init; }

    /// <summary>When it was processed, which decides in which period it is settled.</summary>
    public required DateTime RecordedAt { get; init; }

    public Points Issued { get; init; }

    public Points Reversed { get; init; }

    public Points Redeemed { get; init; }

    public Points Restored { get; init; }

    /// <summary>What the member paid in money.</summary>
    public Money Turnover { get; init; }

    /// <summary>What the member got back in money.</summary>
    public Money Refund { get; init; }

    /// <summary>The statement that settled it; null until then.</summary>
    public int? SettlementId { get; init; }
}
