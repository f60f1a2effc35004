using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>Where the points came from that a return took back: from lots, or not at all because they had expired, or missing.</summary>
/// <param name="Taken">Taken from lots.</param>
/// <param name="Forgiven">Had expired meanwhile: they count as given back (R4).</param>
/// <param name="Missing">The member no longer has them; the deficit policy decides.</param>
public readonly record struct LedgerReversal(Points Taken, Points Forgiven, Points Missing);
