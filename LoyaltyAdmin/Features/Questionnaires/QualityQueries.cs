using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>The report with the days that it counts.</summary>
public sealed record QualityReport(IReadOnlyList<QualityRow> Rows, KpiPeriod Period);

/// <summary>
/// Reports whom stores and cashiers brought. One statement over the members who joined in the period; where registering
/// named no store, the first filling did.
/// </summary>
public sealed class QualityQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>How many days count where no period is named.</summary>
    public const int DefaultDays = 90;

    public async Task<QualityReport> ReadAsync(Actor actor, QualityFilter filter, CancellationToken ct)
    {
        actor.Demand(Permission.DashboardView);
        var now = clock.UtcNow;
        var today = (await timelines.GetAsync(ct)).CalendarAt(now).DayOf(now);
        var last = filter.To ?? today;
        var period = new KpiPeriod(filter.From ?? last.AddDays(1 - DefaultDays), last.AddDays(1));
        await using var db = await databases.CreateDbContextAsync(ct);
        var (from, to, byCashier) = (period.From, period.To, filter.By == QualityBy.Cashier);
        var joined = from m in db.Members.AsNoTracking()
                     where m.JoinedOn >= @from && m.JoinedOn < to && m.Status != MemberStatus.Merged
                     join a in db.MemberAnswers on m.Id equals a.MemberId into answers
                     from a in answers.DefaultIfEmpty()
                     select new
                     {
                         Store = m.Store ?? a.Store ?? "",
                         Cashier = byCashier ? m.Cashier ?? a.Cashier ?? "" : "",
                         IsVerified = m.PhoneVerifiedAt != null || m.EmailVerifiedAt != null,
                         IsAnswered = a != null,
                         IsFilled = (bool?)a.IsFilled ?? false,
                         IsValid = (bool?)a.IsValid ?? false,
                         Score = (int?)a.Score ?? 0,
                         Junk = (int?)a.Junk ?? 0,
                     };
        if (filter.Store is { } store)
        {
            joined = joined.Where(m => m.Store == store);
        }

        var rows = await joined.GroupBy(m => new { m.Store, m.Cashier }).Select(g => new QualityRow
        {
            Store = g.Key.Store,
            Cashier = g.Key.Cashier,
            Joined = g.Count(),
            Filled = g.Sum(m => m.IsFilled ? 1 : 0),
            Valid = g.Sum(m => m.IsValid ? 1 : 0),
            Verified = g.Sum(m => m.IsVerified ? 1 : 0),
            Answered = g.Sum(m => m.IsAnswered ? 1 : 0),
            Scores = g.Sum(m => (long)m.Score),
            Junk = g.Sum(m => m.Junk != 0 ? 1 : 0),
            JunkPhones = g.Sum(m => (m.Junk & (int)JunkGroups.Phones) != 0 ? 1 : 0),
            SharedPhones = g.Sum(m => (m.Junk & (int)JunkGroups.Shared) != 0 ? 1 : 0),
            JunkEmails = g.Sum(m => (m.Junk & (int)JunkGroups.Emails) != 0 ? 1 : 0),
            JunkNames = g.Sum(m => (m.Junk & (int)JunkGroups.Names) != 0 ? 1 : 0),
            JunkDates = g.Sum(m => (m.Junk & (int)JunkGroups.Dates) != 0 ? 1 : 0),
            JunkOthers = g.Sum(m => (m.Junk & (int)JunkGroups.Others) != 0 ? 1 : 0),
        }).ToListAsync(ct);
        return new QualityReport([.. rows.OrderByDescending(r => r.Joined).ThenBy(r => r.Store, StringComparer.CurrentCulture).ThenBy(r => r.Cashier, StringComparer.CurrentCulture)], period);
    }

    /// <summary>The rows in an order.</summary>
    public static IEnumerable<QualityRow> Sorted(IEnumerable<QualityRow> rows, QualitySort by, bool descending)
    {
        object? Value(QualityRow row) => by switch
        {
            QualitySort.Name => row.Cashier.Length > 0 ? row.Cashier : row.Store,
            QualitySort.Filled => row.FilledShare,
            QualitySort.Valid => row.ValidShare,
            QualitySort.Verified => row.VerifiedShare,
            QualitySort.Score => row.Score ?? -1m,
            QualitySort.Junk => row.Junk,
            _ => row.Joined,
        };
        return descending ? rows.OrderByDescending(Value) : rows.OrderBy(Value);
    }
}
