using System.Security.Cryptography;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>Makes codes and writes them with their series, in the caller's transaction.</summary>
public sealed class CouponCodes(IdSource ids, SqlProvider sql)
{
    /// <summary>So many codes of a series that differ from one another.</summary>
    public Coupon[] Make(CouponSeries series, int count, DateTime now)
    {
        var codes = new HashSet<string>(count, StringComparer.Ordinal);
        while (codes.Count < count)
        {
            codes.Add(series.Prefix.ToUpperInvariant() + CodeText.Make(series.Length, RandomNumberGenerator.GetInt32));
        }

        return [.. codes.Select(code => Of(series, code, now))];
    }

    /// <summary>A coupon with a code of its own.</summary>
    public Coupon Of(CouponSeries series, string code, DateTime now, long? memberId = null, DateTime? expiresAt = null, string? givenBy = null) => new()
    {
        Id = ids.Next<Coupon>(),
        SeriesId = series.Id,
        Code = code,
        Key = CodeText.Fold(code),
        MemberId = memberId,
        IssuedAt = now,
        ExpiresAt = expiresAt ?? ProgramCalendar.Never,
        GivenBy = givenBy,
    };

    /// <summary>Writes codes and counts them on their series.</summary>
    public async Task WriteAsync(LoyaltyDbContext db, CouponSeries series, IReadOnlyList<Coupon> coupons, CancellationToken ct)
    {
        await sql.InsertAsync(db, coupons, ct);
        await db.CouponSeries.Where(s => s.Id == series.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Codes, x => x.Codes + coupons.Count), ct);
    }
}
