using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>The suspicious members of a period.</summary>
public sealed record SuspectList(IReadOnlyList<SuspectRow> Rows, int Total, DateOnly From, DateOnly To);

/// <summary>Finds members of whom a rule of R16 is true, set by set; of each rule the worst, a thousand at most.</summary>
public sealed class SuspectQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>How many days count where no period is named.</summary>
    public const int DefaultDays = 30;

    private const int MostOfRule = 1_000;

    public async Task<SuspectList> ReadAsync(Actor actor, SuspectFilter filter, PageRequest? page, CancellationToken ct)
    {
        actor.Demand(Permission.DashboardView);
        var now = clock.UtcNow;
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
        var last = filter.To ?? calendar.DayOf(now);
        var first = filter.From ?? last.AddDays(1 - DefaultDays);
        await using var db = await databases.CreateDbContextAsync(ct);
        var limits = (await QuestionnaireQueries.InForceAsync(db, ct))?.Content.Junk ?? new JunkLimits();
        var span = (From: calendar.StartOf(first), To: calendar.StartOf(last.AddDays(1)), First: first, Last: last);
        var found = new List<SuspectRow>();
        foreach (var rule in Enum.GetValues<SuspectRule>().Where(rule => filter.Rule is null || filter.Rule == rule))
        {
            found.AddRange(rule switch
            {
                SuspectRule.JunkAnswer => await JunkAsync(db, span.From, span.To, filter.Store, calendar.DayOf, ct),
                SuspectRule.PhoneOfMany => await PhonesAsync(db, span.From, span.To, limits, filter.Store, calendar.DayOf, ct),
                SuspectRule.ManyCards => await CardsAsync(db, limits, ct),
                SuspectRule.ManyPurchases => await PurchasesAsync(db, first, last, limits, ct),
                _ => await OneRegisterAsync(db, first, last, limits, ct),
            });
        }

        var rows = found.Where(r => filter.Store is null || r.Store == filter.Store).ToList();
        var shown = page is { } asked ? rows.Skip(asked.Skip).Take(asked.Take).ToList() : rows;
        return new SuspectList(await NamedAsync(db, shown, ct), rows.Count, first, last);
    }

    private static async Task<List<SuspectRow>> JunkAsync(LoyaltyDbContext db, DateTime from, DateTime to, string? store, Func<DateTime, DateOnly> day, CancellationToken ct) =>
        [.. (await db.MemberAnswers.AsNoTracking()
            .Where(a => a.FilledAt >= from && a.FilledAt < to && a.Junk != JunkRule.None && (store == null || a.Store == store))
            .OrderBy(a => a.Score).ThenBy(a => a.MemberId).Take(MostOfRule)
            .Select(a => new { a.MemberId, a.Junk, a.Store, a.Cashier, a.FilledAt }).ToListAsync(ct))
            .Select(a => new SuspectRow { MemberId = a.MemberId, Rule = SuspectRule.JunkAnswer, Amount = (int)a.Junk, Store = a.Store, Cashier = a.Cashier, Day = day(a.FilledAt) })];

    private static async Task<List<SuspectRow>> PhonesAsync(
        LoyaltyDbContext db, DateTime from, DateTime to, JunkLimits limits, string? store, Func<DateTime, DateOnly> day, CancellationToken ct)
    {
        var phones = db.MemberAnswers.Where(a => a.PhoneSaid != null).GroupBy(a => a.PhoneSaid).Where(g => g.Count() > limits.MembersOfPhone).Select(g => new { Phone = g.Key, Count = g.Count() });
        var rows = await db.MemberAnswers.AsNoTracking().Join(phones, a => a.PhoneSaid, p => p.Phone, (a, p) => new { a.MemberId, p.Count, a.Store, a.Cashier, a.FilledAt })
            .Where(a => a.FilledAt >= from && a.FilledAt < to && (store == null || a.Store == store))
            .OrderByDescending(a => a.Count).ThenBy(a => a.MemberId).Take(MostOfRule).ToListAsync(ct);
        return [.. rows.Select(a => new SuspectRow { MemberId = a.MemberId, Rule = SuspectRule.PhoneOfMany, Amount = a.Count, Store = a.Store, Cashier = a.Cashier, Day = day(a.FilledAt) })];
    }

    private static async Task<List<SuspectRow>> CardsAsync(LoyaltyDbContext db, JunkLimits limits, CancellationToken ct) =>
        await db.Cards.AsNoTracking().Where(c => c.MemberId != null && c.Status == CardStatus.Active).GroupBy(c => c.MemberId!.Value)
            .Where(g => g.Count() > limits.MembersOfPhone).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(MostOfRule)
            .Select(g => new SuspectRow { MemberId = g.Key, Rule = SuspectRule.ManyCards, Amount = g.Count() }).ToListAsync(ct);

    private static async Task<List<SuspectRow>> PurchasesAsync(LoyaltyDbContext db, DateOnly first, DateOnly last, JunkLimits limits, CancellationToken ct)
    {
        // The busy days come from an index alone; only their receipts are read.
        var days = await db.Receipts.Where(r => r.Day >= first && r.Day <= last && r.MemberId != null).GroupBy(r => new { r.Day, r.MemberId })
            .Where(g => g.Count() > limits.PurchasesPerDay).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.MemberId).ThenBy(g => g.Key.Day).Take(MostOfRule)
            .Select(g => new { MemberId = g.Key.MemberId!.Value, g.Key.Day, Count = g.Count() }).ToListAsync(ct);
        return [.. days.Select(d => new SuspectRow { MemberId = d.MemberId, Rule = SuspectRule.ManyPurchases, Amount = d.Count, Day = d.Day })];
    }

    private static async Task<List<SuspectRow>> OneRegisterAsync(LoyaltyDbContext db, DateOnly first, DateOnly last, JunkLimits limits, CancellationToken ct)
    {
        var busy = db.Receipts.Where(r => r.Day >= first && r.Day <= last && r.MemberId != null).GroupBy(r => r.MemberId)
            .Where(g => g.Count() >= limits.PurchasesAtOneRegister).Select(g => g.Key);
        return await db.Receipts.AsNoTracking().Where(r => r.Day >= first && r.Day <= last && busy.Contains(r.MemberId)).GroupBy(r => r.MemberId!.Value)
            .Where(g => g.Min(r => r.Register) != null && g.Min(r => r.Register) == g.Max(r => r.Register) && g.Min(r => r.Store) == g.Max(r => r.Store) && g.Count(r => r.Register == null) == 0)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(MostOfRule)
            .Select(g => new SuspectRow
            {
                MemberId = g.Key,
                Rule = SuspectRule.OneRegister,
                Amount = g.Count(),
                Store = g.Min(r => r.Store)!,
                Cashier = g.Min(r => r.Register)!,
                Day = g.Max(r => r.Day),
            }).ToListAsync(ct);
    }

    private static async Task<IReadOnlyList<SuspectRow>> NamedAsync(LoyaltyDbContext db, List<SuspectRow> rows, CancellationToken ct)
    {
        var named = new List<SuspectRow>(rows.Count);
        foreach (var chunk in rows.Chunk(MostOfRule))
        {
            long[] ids = [.. chunk.Select(r => r.MemberId).Distinct()];
            var members = await db.Members.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.Id))
                .Select(m => new { m.Id, m.LastName, m.FirstName, m.ExternalId, m.Phone }).ToDictionaryAsync(m => m.Id, ct);
            var scores = await db.MemberAnswers.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.MemberId)).ToDictionaryAsync(a => a.MemberId, a => a.Score, ct);
            named.AddRange(chunk.Select(row => row with
            {
                Name = members.TryGetValue(row.MemberId, out var m) ? MemberNames.Display(m.LastName, m.FirstName, MaskedContact.Phone(m.Phone) ?? m.ExternalId, m.Id) : "",
                Score = scores.TryGetValue(row.MemberId, out var score) ? score : null,
            }));
        }

        return named;
    }
}
