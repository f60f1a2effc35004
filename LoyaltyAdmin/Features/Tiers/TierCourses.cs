using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>Reads members' places on the ladder with the purchases that count, and writes what has changed of them; set-wise.</summary>
public sealed class TierCourses(SqlProvider sql, IdSource ids)
{
    private const string UpdateTier =
        """
        UPDATE "MemberTiers" SET "Level" = @p0, "Since" = @p1, "KeptUntil" = @p2, "LadderVersion" = @p3, "RaisedFrom" = @p4,
            "LockLevel" = @p5, "LockUntil" = @p6, "LockReason" = @p7, "Version" = "Version" + 1
        WHERE "MemberId" = @p8 AND "Version" = @p9
        """;

    /// <summary>Members by number with their day of joining.</summary>
    public sealed record Member(long Id, DateOnly JoinedOn);

    /// <summary>What was read of one member: the way on the ladder, and the stored row if there is one.</summary>
    public sealed record Read(TierCourse Course, MemberTier? Stored);

    /// <summary>The way of a member who is new.</summary>
    public Read Begin(long memberId, DateOnly joinedOn) =>
        new(new TierCourse(memberId, joinedOn, null, [], new PurchaseDays(), ids.Next<TierChange>), null);

    /// <summary>Reads members' ways.</summary>
    /// <param name="db">Read from.</param>
    /// <param name="members">Whose.</param>
    /// <param name="rules">The rules that will judge them, one for each version that is met.</param>
    /// <param name="earliest">The first local day that is going to be judged.</param>
    /// <param name="now">What is pending then does not count where pending points do not.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Dictionary<long, Read>> LoadAsync(
        LoyaltyDbContext db, IReadOnlyCollection<Member> members, IReadOnlyCollection<TierRules> rules, DateOnly earliest, DateTime now, CancellationToken ct)
    {
        var numbers = members.Select(m => m.Id).ToArray();
        var stored = await db.MemberTiers.AsNoTracking().Where(t => EF.Parameter(numbers).Contains(t.MemberId)).ToDictionaryAsync(t => t.MemberId, ct);
        var from = From(members, stored, rules, earliest);
        var days = members.ToDictionary(m => m.Id, _ => new PurchaseDays());
        await ReadPurchasesAsync(db, numbers, from, days, ct);
        await ReadReturnsAsync(db, numbers, from, days, ct);
        if (rules.Any(r => r.Conditions is { Metric: TierMetric.PointsEarned, CountPending: false }))
        {
            await ReadPendingAsync(db, numbers, now, days, ct);
        }

        var late = stored.Values.Where(t => DateOnly.FromDateTime(t.Since) >= earliest.AddDays(-1)).Select(t => t.MemberId).ToArray();
        var past = late.Length == 0
            ? []
            : await db.TierChanges.AsNoTracking().Where(c => EF.Parameter(late).Contains(c.MemberId)).OrderBy(c => c.At).ThenBy(c => c.Id)
                .Select(c => new { c.MemberId, c.At, c.To }).ToListAsync(ct);
        var steps = past.ToLookup(c => c.MemberId, c => (c.At, c.To));
        return members.ToDictionary(m => m.Id, m =>
        {
            var row = stored.GetValueOrDefault(m.Id);
            return new Read(new TierCourse(m.Id, m.JoinedOn, row?.Read(), [.. steps[m.Id]], days[m.Id], ids.Next<TierChange>), row);
        });
    }

    /// <summary>Writes the ways that have changed, within the open transaction.</summary>
    /// <returns>False when another one changed a place first: roll back, read again, try again.</returns>
    public async Task<bool> WriteAsync(LoyaltyDbContext db, IEnumerable<Read> read, CancellationToken ct)
    {
        var changed = read.Where(r => r.Course.HasChanged).ToList();
        var added = changed.Where(r => r.Stored is null).Select(r => Row(r.Course)).ToList();
        var updates = changed.Where(r => r.Stored is not null).OrderBy(r => r.Stored!.MemberId).Select(r => Values(r.Course.Standing!, r.Stored!)).ToList();
        if (Array.Exists(await sql.ExecuteManyAsync(db, UpdateTier, updates, ct), rows => rows != 1))
        {
            return false;
        }

        await sql.InsertAsync(db, added, ct);
        await sql.InsertAsync(db, [.. changed.SelectMany(r => r.Course.Changes)], ct);
        return true;
    }

    /// <summary>Whether an error of writing says that somebody else was first, or the database busy: read again, try again.</summary>
    public bool IsLostRace(Exception exception) => sql.IsUniqueViolation(exception) || sql.IsTransient(exception);

    private static MemberTier Row(TierCourse course)
    {
        var row = new MemberTier { MemberId = course.MemberId, Level = "" };
        row.Write(course.Standing!);
        return row;
    }

    private static object?[] Values(TierStanding standing, MemberTier stored)
    {
        var gift = standing.Lock;
        return
        [
            standing.Level, standing.Since, standing.KeptUntil, standing.Version, standing.RaisedFrom, gift?.Level, gift?.Until, gift?.Reason,
            stored.MemberId, stored.Version,
        ];
    }

    /// <summary>The first day that any of the rules looks at.</summary>
    private static DateOnly From(
        IEnumerable<Member> members, Dictionary<long, MemberTier> stored, IReadOnlyCollection<TierRules> rules, DateOnly earliest)
    {
        var from = earliest;
        foreach (var member in members)
        {
            foreach (var judge in rules)
            {
                var counted = TierPeriods.CountedFrom(judge.Conditions.Window, member.JoinedOn, earliest);
                from = counted < from ? counted : from;
                if (stored.GetValueOrDefault(member.Id)?.KeptUntil is { } kept && kept < DateOnly.MaxValue)
                {
                    var looked = TierPeriods.JudgedFrom(judge.Conditions, member.JoinedOn, kept, kept);
                    from = looked < from ? looked : from;
                }
            }
        }

        return from;
    }

    private static async Task ReadPurchasesAsync(
        LoyaltyDbContext db, long[] members, DateOnly from, Dictionary<long, PurchaseDays> days, CancellationToken ct)
    {
        var rows = await db.Receipts.AsNoTracking()
            .Where(r => r.PartnerId == null && r.MemberId != null && EF.Parameter(members).Contains(r.MemberId.Value) && r.Day >= from)
            .GroupBy(r => new { r.MemberId, r.Day })
            .Select(g => new { g.Key.MemberId, g.Key.Day, Paid = g.Sum(r => r.Net.Minor), Accrued = g.Sum(r => r.Accrued.Value), Receipts = g.Count() })
            .ToListAsync(ct);
        foreach (var row in rows)
        {
            days[row.MemberId!.Value].Add(row.Day, new PurchaseDay { Paid = new Money(row.Paid), Accrued = new Points(row.Accrued), Receipts = row.Receipts });
        }
    }

    /// <summary>What came back counts on the day of its purchase; goods without a receipt on their own day.</summary>
    private static async Task ReadReturnsAsync(
        LoyaltyDbContext db, long[] members, DateOnly from, Dictionary<long, PurchaseDays> days, CancellationToken ct)
    {
        var rows = await (
            from goods in db.Returns.AsNoTracking()
            where goods.PartnerId == null && goods.MemberId != null && EF.Parameter(members).Contains(goods.MemberId.Value) && goods.Day >= @from
            join line in db.ReturnLines on goods.Id equals line.ReturnId
            join receipt in db.Receipts on line.ReceiptId equals receipt.Id into receipts
            from receipt in receipts.DefaultIfEmpty()
            select new { goods.MemberId, Bought = (DateOnly?)receipt.Day, goods.Day, Refund = line.Refund.Minor, Reversed = line.Reversed.Value })
            .ToListAsync(ct);
        foreach (var row in rows)
        {
            days[row.MemberId!.Value].Add(row.Bought ?? row.Day, new PurchaseDay { Refunded = new Money(row.Refund), Reversed = new Points(row.Reversed) });
        }
    }

    /// <summary>What is pending does not count yet, as if it had been taken back.</summary>
    private static async Task ReadPendingAsync(LoyaltyDbContext db, long[] members, DateTime now, Dictionary<long, PurchaseDays> days, CancellationToken ct)
    {
        var rows = await (
            from account in db.Accounts.AsNoTracking()
            where EF.Parameter(members).Contains(account.MemberId)
            join lot in db.Lots on account.Id equals lot.AccountId
            where lot.ActivatesAt > now && lot.Partner == null
            join receipt in db.Receipts on lot.ReceiptId equals receipt.Id
            select new { account.MemberId, receipt.Day, Pending = lot.Remaining.Value }).ToListAsync(ct);
        foreach (var row in rows)
        {
            days[row.MemberId].Add(row.Day, new PurchaseDay { Reversed = new Points(row.Pending) });
        }
    }
}
