using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Rollups;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>
/// What follows from the purchases of two members: the statistics of their accounts and their part in the cohorts. Read before
/// and after receipts change hands, the difference is what the rollups learn. Days and points stay what they are.
/// </summary>
internal sealed class MemberFigures
{
    private readonly ILookup<long, MonthOfMember> months;

    private MemberFigures(ILookup<long, MonthOfMember> months) => this.months = months;

    public static async Task<MemberFigures> ReadAsync(LoyaltyDbContext db, long[] members, CancellationToken ct)
    {
        var bought = await db.Receipts
            .Where(r => r.PartnerId == null && r.MemberId != null && members.Contains(r.MemberId.Value))
            .GroupBy(r => new { Member = r.MemberId!.Value, r.Day.Year, r.Day.Month })
            .Select(g => new { g.Key, Receipts = g.Count(), Revenue = g.Sum(r => r.Net.Minor), First = g.Min(r => r.Day), Last = g.Max(r => r.Day) })
            .ToListAsync(ct);
        var returned = await db.Returns
            .Where(r => r.PartnerId == null && r.MemberId != null && members.Contains(r.MemberId.Value))
            .GroupBy(r => new { Member = r.MemberId!.Value, r.Day.Year, r.Day.Month })
            .Select(g => new { g.Key, Revenue = -g.Sum(r => r.Refund.Minor) })
            .ToListAsync(ct);
        return new MemberFigures(
            bought.Select(b => new MonthOfMember(b.Key.Member, new DateOnly(b.Key.Year, b.Key.Month, 1), b.Receipts, b.Revenue, b.First, b.Last))
                .Concat(returned.Select(b => new MonthOfMember(b.Key.Member, new DateOnly(b.Key.Year, b.Key.Month, 1), 0, b.Revenue, null, null)))
                .ToLookup(m => m.MemberId));
    }

    /// <summary>Writes what the purchases say on the member's account.</summary>
    public void ApplyTo(Account account)
    {
        var own = months[account.MemberId].ToList();
        account.FirstReceiptOn = own.Min(m => m.First);
        account.LastReceiptOn = own.Max(m => m.Last);
        account.Receipts = own.Sum(m => m.Receipts);
        account.NetRevenueMinor = own.Sum(m => m.Revenue);
    }

    /// <summary>Adds to the cohorts what these figures say more than earlier ones, within the open transaction.</summary>
    public async Task WriteCohortsAsync(LoyaltyDbContext db, SqlProvider sql, MemberFigures before, CancellationToken ct)
    {
        var change = new Dictionary<(DateOnly Cohort, DateOnly Month), CohortMonth>();
        Add(1, this);
        Add(-1, before);
        await RollupTable.Cohorts.AddAsync(db, sql, change.Values
            .Where(c => c.Active != 0 || c.Receipts != 0 || c.Revenue != 0)
            .OrderBy(c => c.Cohort).ThenBy(c => c.Month)
            .Select(c => new object?[] { c.Cohort, c.Month, c.Active, c.Receipts, c.Revenue }), ct);

        void Add(int sign, MemberFigures figures)
        {
            foreach (var member in figures.months.Where(m => m.Any(month => month.Receipts > 0)))
            {
                var cohort = Month.Of(member.Min(m => m.First)!.Value);
                foreach (var month in member.GroupBy(m => m.Month))
                {
                    if (!change.TryGetValue((cohort, month.Key), out var row))
                    {
                        change[(cohort, month.Key)] = row = new CohortMonth { Cohort = cohort, Month = month.Key };
                    }

                    var receipts = month.Sum(m => m.Receipts);
                    row.Active += receipts > 0 ? sign : 0;
                    row.Receipts += sign * receipts;
                    row.Revenue += sign * month.Sum(m => m.Revenue);
                }
            }
        }
    }

    private sealed record MonthOfMember(long MemberId, DateOnly Month, int Receipts, long Revenue, DateOnly? First, DateOnly? Last);
}
