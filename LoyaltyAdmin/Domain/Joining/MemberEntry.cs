using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Joining;

/// <summary>What of a member decides whether they are in and may spend.</summary>
/// <param name="JoinedAt">When they were registered.</param>
/// <param name="LargestReceipt">The most that one receipt of theirs was paid with in money; null without any.</param>
/// <param name="HasContact">Whether a phone or an e-mail is known.</param>
/// <param name="HasName">Whether a name is known.</param>
public sealed record MemberEntry(DateTime JoinedAt, Money? LargestReceipt, bool HasContact, bool HasName);

/// <summary>When a member is in, and who may spend points (R16).</summary>
public static class EntryRule
{
    /// <summary>Whether the price of entry is paid by receipts so far. Goods that come back later put nobody out.</summary>
    /// <param name="terms">The terms in force when the member joined.</param>
    /// <param name="entry">The member.</param>
    public static bool IsIn(JoiningConditions terms, MemberEntry entry) =>
        terms.Price == EntryPrice.Free || (entry.LargestReceipt is { } largest && Pays(terms, largest));

    /// <summary>Whether a receipt paid with so much money pays the price of entry; it is itself the first that is served as a member's.</summary>
    public static bool Pays(JoiningConditions terms, Money paid) => terms.Price switch
    {
        EntryPrice.Free => true,
        EntryPrice.AnyPurchase => paid.Minor > 0,
        _ => paid >= terms.LeastReceipt,
    };

    /// <summary>Whether enough is known of the member to let points pay.</summary>
    /// <param name="terms">The terms in force at the receipt.</param>
    /// <param name="entry">The member.</param>
    public static bool MaySpend(JoiningConditions terms, MemberEntry entry) => terms.ToSpend switch
    {
        SpendingNeeds.Nothing => true,
        SpendingNeeds.Contact => entry.HasContact,
        _ => entry is { HasContact: true, HasName: true },
    };
}
