using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Joining;

/// <summary>What was spent to win members (R22).</summary>
public static class AcquisitionSpend
{
    /// <summary>Spend entered for the months of a period (end exclusive), those that it cuts by their days; null where none was entered.</summary>
    public static async Task<decimal?> OfAsync(LoyaltyDbContext db, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var first = Month.Of(from);
        var months = await db.AcquisitionCosts.Where(c => c.Month >= first && c.Month < to)
            .GroupBy(c => c.Month).Select(g => new { Month = g.Key, Spent = g.Sum(c => c.Amount.Minor) }).ToListAsync(ct);
        return months.Count == 0 ? null : months.Sum(m => m.Spent / 100m * Share(m.Month, from, to));
    }

    private static decimal Share(DateOnly month, DateOnly from, DateOnly to)
    {
        var end = month.AddMonths(1);
        var days = (end < to ? end : to).DayNumber - (month > from ? month : from).DayNumber;
        return days / (decimal)(end.DayNumber - month.DayNumber);
    }
}
