using LoyaltyAdmin.Data;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>Tells which of many numbers are cards already. The unique index has the last word.</summary>
internal static class CardNumbersInUse
{
    private const int Batch = 5_000;

    public static async Task<HashSet<string>> AmongAsync(LoyaltyDbContext db, IEnumerable<string> numbers, CancellationToken ct)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var batch in numbers.Chunk(Batch))
        {
            taken.UnionWith(await db.Cards.Where(c => EF.Parameter(batch).Contains(c.Number)).Select(c => c.Number).ToListAsync(ct));
        }

        return taken;
    }
}
