using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Data;

/// <summary>Lists are asked for page by page.</summary>
public static class Paging
{
    /// <summary>Counts the whole and reads one page; the query must have a stable order.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> query, PageRequest page, CancellationToken ct)
    {
        var total = await query.CountAsync(ct);
        return total == 0
            ? Page<T>.Empty
            : new Page<T>(await query.Skip(page.Skip).Take(page.Take).ToListAsync(ct), total);
    }
}
