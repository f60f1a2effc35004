using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>The coupons that a batch of receipts brings, gives and takes back, in its memory; written with the receipts.</summary>
internal sealed class CouponsAtTill(CouponCodes codes, IdSource ids)
{
    private const string Limited =
        """
        UPDATE "Coupons" SET "Uses" = "Uses" + @p0, "Held" = "Held" + @p1, "State" = @p2
        WHERE "Id" = @p3 AND "Uses" = @p4 AND "Held" = @p5 AND "State" <> @p6
        """;

    private const string Unlimited = """UPDATE "Coupons" SET "Uses" = "Uses" + @p0, "Held" = "Held" + @p1 WHERE "Id" = @p2""";

    private const string Series =
        """UPDATE "CouponSeries" SET "Uses" = "Uses" + @p0, "Codes" = "Codes" + @p1 WHERE "Id" = @p2 AND ("UsesTotal" IS NULL OR @p0 <= 0 OR "Uses" + @p0 <= "UsesTotal")""";

    private const string Freed = """UPDATE "CouponUses" SET "IsReturned" = 1 WHERE "CouponId" = @p0 AND "ReceiptId" = @p1""";

    private const string TakenBack = """UPDATE "Coupons" SET "State" = @p0, "VoidedFor" = @p1 WHERE "Key" = @p2 AND "Uses" = 0 AND "Held" = 0 AND "State" = @p3""";

    private readonly Dictionary<string, Known> byKey = [];
    private readonly Dictionary<string, CouponSeries> series = [];
    private readonly Dictionary<long, long> usesOfSeries = [];
    private readonly Dictionary<(long Member, long Series), int> usesOfMembers = [];
    private readonly List<CouponUse> newUses = [];
    private readonly List<(CouponSeries Series, Coupon Coupon)> issued = [];
    private readonly List<(long Coupon, long Receipt)> freed = [];
    private readonly List<string> takenBack = [];

    /// <summary>A coupon at work, with what the batch adds to it.</summary>
    private sealed record Known(Coupon Coupon, CouponSeries Series)
    {
        public int ReadUses { get; } = Coupon.Uses;

        public int ReadHeld { get; } = Coupon.Held;

        public bool HasChanged => Coupon.Uses != ReadUses || Coupon.Held != ReadHeld;
    }

    /// <summary>Whether there is anything to write.</summary>
    public bool HasNews => issued.Count > 0 || freed.Count > 0 || takenBack.Count > 0 || byKey.Values.Any(k => k.HasChanged);

    /// <summary>Reads the codes that receipts bring or give back, and the series that campaigns give codes of.</summary>
    public async Task LoadAsync(LoyaltyDbContext db, IReadOnlyCollection<string> wanted, IReadOnlyCollection<string> given, long[] members, CancellationToken ct)
    {
        string[] keys = [.. wanted.Select(CodeText.Fold).Distinct()];
        if (keys.Length > 0)
        {
            var found = await (
                from coupon in db.Coupons.AsNoTracking()
                where EF.Parameter(keys).Contains(coupon.Key)
                join of in db.CouponSeries.AsNoTracking() on coupon.SeriesId equals of.Id
                select new { coupon, of }).ToListAsync(ct);
            var shared = found.Select(f => f.of).DistinctBy(s => s.Id).ToDictionary(s => s.Id);
            found.ForEach(f => byKey[f.coupon.Key] = new Known(f.coupon, shared[f.of.Id]));
            long[] limited = [.. shared.Values.Where(s => s.UsesPerMember is not null).Select(s => s.Id)];
            if (limited.Length > 0 && members.Length > 0)
            {
                var counts = await db.CouponUses
                    .Where(u => u.MemberId != null && EF.Parameter(members).Contains(u.MemberId.Value) && EF.Parameter(limited).Contains(u.SeriesId) && !u.IsReturned)
                    .GroupBy(u => new { Member = u.MemberId!.Value, u.SeriesId }).Select(g => new { g.Key.Member, g.Key.SeriesId, Count = g.Count() }).ToListAsync(ct);
                counts.ForEach(c => usesOfMembers[(c.Member, c.SeriesId)] = c.Count);
            }
        }

        string[] names = [.. given.Distinct()];
        if (names.Length > 0)
        {
            (await db.CouponSeries.AsNoTracking().Where(s => EF.Parameter(names).Contains(s.Key)).ToListAsync(ct)).ForEach(s => series[s.Key] = s);
        }
    }

    /// <summary>What a code is to a purchase.</summary>
    public BroughtCode Judge(string code, DateTime at, long? memberId)
    {
        if (byKey.GetValueOrDefault(CodeText.Fold(code)) is not { } known)
        {
            return new BroughtCode(code, null, CouponRejections.Unknown(code.Trim()));
        }

        var uses = memberId is { } member ? usesOfMembers.GetValueOrDefault((member, known.Series.Id)) : 0;
        return new BroughtCode(code, known.Series.Key, CouponRule.Check(known.Series, known.Coupon, at, memberId, uses));
    }

    /// <summary>Uses a code up for a receipt.</summary>
    public void Use(string code, long receiptId, long? memberId, DateTime at)
    {
        var known = byKey[CodeText.Fold(code)];
        Change(known, uses: 1, held: 0);
        if (memberId is { } member)
        {
            usesOfMembers[(member, known.Series.Id)] = usesOfMembers.GetValueOrDefault((member, known.Series.Id)) + 1;
        }

        newUses.Add(new CouponUse { Id = ids.Next<CouponUse>(), CouponId = known.Coupon.Id, SeriesId = known.Series.Id, MemberId = memberId, ReceiptId = receiptId, At = at });
    }

    /// <summary>Sets a code aside for an unconfirmed receipt, or frees it.</summary>
    public void Hold(string code, int sign)
    {
        if (byKey.GetValueOrDefault(CodeText.Fold(code)) is { } known)
        {
            Change(known, uses: 0, held: Math.Max(sign, -known.Coupon.Held));
        }
    }

    /// <summary>Gives a use back after a full return.</summary>
    public void GiveBack(string code, long receiptId)
    {
        if (byKey.GetValueOrDefault(CodeText.Fold(code)) is { Coupon.Uses: > 0 } known)
        {
            Change(known, uses: -1, held: 0);
            freed.Add((known.Coupon.Id, receiptId));
        }
    }

    /// <summary>Makes codes void that a returned purchase had earned and nobody has used.</summary>
    public void TakeBack(IEnumerable<string> given) => takenBack.AddRange(given);

    /// <summary>Makes codes that a campaign promised: of the member where there is one. None where the series is gone.</summary>
    public IReadOnlyList<string> Issue(Promise promise, long? memberId, DateTime now, ProgramCalendar calendar)
    {
        if (series.GetValueOrDefault(promise.Key) is not { Kind: CouponKind.Unique } of)
        {
            return [];
        }

        var expiry = promise.Days > 0 ? calendar.StartOf(calendar.DayOf(now).AddDays(promise.Days)) : IssueCoupons.ExpiryOf(of, now, calendar);
        var made = codes.Make(of, promise.Count, now).Select(blank => codes.Of(of, blank.Code, now, memberId, expiry, promise.Campaign)).ToList();
        issued.AddRange(made.Select(coupon => (of, coupon)));
        return [.. made.Select(coupon => coupon.Code)];
    }

    /// <summary>A number for a promise that waits for its job.</summary>
    public long NextPromise() => ids.Next<OpenPromise>();

    /// <summary>Writes it all, or tells with false that somebody else used a coupon first.</summary>
    public async Task<bool> WriteAsync(LoyaltyDbContext db, SqlProvider sql, CancellationToken ct)
    {
        var changed = byKey.Values.Where(k => k.HasChanged).OrderBy(k => k.Coupon.Id).ToList();
        var limited = changed.Where(IsLimited).Select(k => new object?[]
        {
            k.Coupon.Uses - k.ReadUses, k.Coupon.Held - k.ReadHeld, Coupon.StateOf(k.Series, k.Coupon.Uses, k.Coupon.Held), k.Coupon.Id, k.ReadUses, k.ReadHeld, CouponState.Void,
        }).ToList();
        var unlimited = changed.Where(k => !IsLimited(k)).Select(k => new object?[] { k.Coupon.Uses - k.ReadUses, k.Coupon.Held - k.ReadHeld, k.Coupon.Id }).ToList();
        var ofSeries = usesOfSeries.Where(u => u.Value != 0).Select(u => (Id: u.Key, Uses: u.Value, Codes: 0L))
            .Concat(issued.GroupBy(i => i.Series.Id).Select(g => (Id: g.Key, Uses: 0L, Codes: (long)g.Count())))
            .OrderBy(s => s.Id).Select(s => new object?[] { s.Uses, s.Codes, s.Id }).ToList();
        if (Array.Exists(await sql.ExecuteManyAsync(db, Limited, limited, ct), rows => rows != 1)
            || Array.Exists(await sql.ExecuteManyAsync(db, Unlimited, unlimited, ct), rows => rows != 1)
            || Array.Exists(await sql.ExecuteManyAsync(db, Series, ofSeries, ct), rows => rows != 1))
        {
            return false;
        }

        await sql.InsertAsync(db, [.. issued.Select(i => i.Coupon)], ct);
        await sql.InsertAsync(db, newUses, ct);
        await sql.ExecuteManyAsync(db, Freed, [.. freed.Select(f => new object?[] { f.Coupon, f.Receipt })], ct);
        await sql.ExecuteManyAsync(db, TakenBack, [.. takenBack.Select(code => new object?[] { CouponState.Void, "return", CodeText.Fold(code), CouponState.Issued })], ct);
        return true;
    }

    /// <summary>What was made void gives back what holds had set aside, and stays void.</summary>
    private static bool IsLimited(Known known) => known.Series.UsesPerCode is not null && known.Coupon.State != CouponState.Void;

    private void Change(Known known, int uses, int held)
    {
        known.Coupon.Uses += uses;
        known.Coupon.Held += held;

        // What holds have set aside counts as used to the limit of the series.
        usesOfSeries[known.Series.Id] = usesOfSeries.GetValueOrDefault(known.Series.Id) + uses + held;
        known.Series.Uses += uses + held;
    }
}
