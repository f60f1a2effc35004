using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Proves the money of gift cards from its rows (R17): sold = remaining + redeemed + expired + disabled, in all and on each card.</summary>
public sealed class GiftCardProof(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    private const int Shown = 100;

    // Kinds as stored: 1 sale, 3 returned and 6 adjustment bring, the others take.
    private const string Cards =
        """
        SELECT "CardId" AS "Value" FROM (
            SELECT "CardId", CASE WHEN "Kind" IN (1, 3, 6) THEN "Amount" ELSE -"Amount" END AS "Parts" FROM "GiftCardEntries"
            UNION ALL SELECT "Id", -"Balance" FROM "GiftCards") AS "Rows"
        GROUP BY "CardId" HAVING SUM("Parts") <> 0
        """;

    /// <summary>What the proof found.</summary>
    /// <param name="Sold">How many cards were ever sold.</param>
    /// <param name="Totals">The ledger added up.</param>
    /// <param name="Unbalanced">Cards whose entries are not their balance, the first hundred.</param>
    /// <param name="CheckedAt">When.</param>
    public sealed record Result(long Sold, GiftCardTotals Totals, IReadOnlyList<long> Unbalanced, DateTime CheckedAt)
    {
        public bool Balanced => Totals.Balanced && Unbalanced.Count == 0;
    }

    public async Task<Result> ExecuteAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await sql.BeginReadAsync(db, ct);
        var kinds = await db.GiftCardEntries.GroupBy(e => e.Kind)
            .Select(g => new { g.Key, Amount = g.Sum(e => e.Amount.Minor) })
            .ToDictionaryAsync(g => g.Key, g => g.Amount, ct);
        var unbalanced = await db.Database.SqlQueryRaw<long>(Cards).OrderBy(card => card).Take(Shown).ToListAsync(ct);
        return new Result(
            await db.GiftCards.LongCountAsync(c => c.SoldAt != null, ct),
            GiftCardTotals.Of(kinds, await db.GiftCards.SumAsync(c => c.Balance.Minor, ct)),
            unbalanced,
            clock.UtcNow);
    }
}
