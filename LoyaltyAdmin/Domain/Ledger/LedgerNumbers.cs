namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>Where the ledger's new rows get their numbers from.</summary>
/// <param name="Entry">The next number of an entry.</param>
/// <param name="Lot">The next number of a lot.</param>
public sealed record LedgerNumbers(Func<long> Entry, Func<long> Lot);
