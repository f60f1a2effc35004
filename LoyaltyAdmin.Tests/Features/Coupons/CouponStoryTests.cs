using System.Text;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Coupons;

/// <summary>R17: series of codes are made, filled, given and made void.</summary>
public sealed class CouponStoryTests : IAsyncLifetime
{
    private static readonly Actor Marketer = new("marketer", new HashSet<Permission> { Permission.PromotionsView, Permission.PromotionsEdit });
    private Till till = null!;

    public async Task InitializeAsync() => till = await Till.OpenAsync();

    public Task DisposeAsync()
    {
        till.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_hundred_thousand_codes_differ_and_come_whole_or_not_at_all()
    {
        var id = await MadeAsync(Plan() with { Count = 100_000 });

        await using var db = till.Database.CreateDbContext();
        Assert.Equal(100_000, await db.Coupons.CountAsync(c => c.SeriesId == id));
        Assert.Equal(100_000, (await db.CouponSeries.SingleAsync()).Codes);
        Assert.True(await db.Coupons.AllAsync(c => c.Code.StartsWith("SP") && c.Code.Length == 10));
        Assert.Equal("Coupons.TooDense", (await Get<SaveCouponSeries>().CreateAsync(Marketer, Plan() with { Key = "short", Length = 5, Count = 100_000 }, default)).Rejection?.Code);
        Assert.Equal(1, await db.CouponSeries.CountAsync());
    }

    [Fact]
    public async Task Two_who_make_the_same_series_at_once_make_it_once()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Get<SaveCouponSeries>().CreateAsync(Marketer, Plan(), default))));

        Assert.Single(made, m => m.Rejection is null);
        Assert.All(made.Where(m => m.Rejection is not null), m => Assert.Equal("Coupons.KeyTakenConflict", m.Rejection!.Code));
        await using var db = till.Database.CreateDbContext();
        Assert.Equal(10, await db.Coupons.CountAsync());
    }

    [Fact]
    public async Task A_promo_code_is_one_word_in_any_spelling()
    {
        await MadeAsync(Plan() with { Kind = CouponKind.Shared, Code = "Весна 2026" });

        Assert.Equal("Coupons.CodeTakenConflict", (await Get<SaveCouponSeries>().CreateAsync(Marketer, Plan() with { Key = "other", Kind = CouponKind.Shared, Code = "ВЕСНА-2026" }, default)).Rejection?.Code);
        var seller = new Actor("till", new HashSet<Permission> { Permission.ReceiptsPost });
        Assert.Null((await Get<CheckCoupon>().ExecuteAsync(seller, "весна2026", null, default)).Value.Refusal);
        Assert.Equal("Coupons.Unknown", (await Get<CheckCoupon>().ExecuteAsync(seller, "осень", null, default)).Rejection?.Code);
    }

    [Fact]
    public async Task A_file_brings_its_right_codes_and_tells_of_each_wrong_row()
    {
        var id = await MadeAsync(Plan() with { Count = 0 });
        var file = Encoding.UTF8.GetBytes("code\nLETO-1\nLETO-2\nleto 1\nX\nLETO-3\n");

        var check = (await Get<ImportCoupons>().CheckAsync(Marketer, file, default)).Value;
        Assert.Equal((3, 2, false), (check.Codes.Count, check.Errors.Count, check.IsDone));
        Assert.Equal([(4, "Coupons.CodeTwice"), (5, "Coupons.CodeMalformed")], check.Errors.Select(e => (e.Row, e.Reason.Code)));

        Assert.True((await Get<ImportCoupons>().ExecuteAsync(Marketer, id, file, default)).Value.IsDone);
        Assert.Equal("Coupons.NothingToImport", (await Get<ImportCoupons>().ExecuteAsync(Marketer, id, file, default)).Rejection?.Code);
        await using var db = till.Database.CreateDbContext();
        Assert.Equal(["LETO-1", "LETO-2", "LETO-3"], await db.Coupons.OrderBy(c => c.Id).Select(c => c.Code).ToListAsync());
    }

    [Fact]
    public async Task A_member_gets_a_code_of_their_own_that_ends_after_its_days()
    {
        await MadeAsync(Plan() with { TermDays = 7 });
        await till.MemberAsync("anna");
        var given = (await Get<IssueCoupons>().GiveAsync(Marketer, "spring", Till.Named("anna"), default)).Value;

        Assert.NotNull(given.Coupon.MemberId);
        Assert.Equal(till.Clock.UtcNow.Date.AddDays(7), given.Coupon.ExpiresAt.AddHours(3).Date);
        Assert.Equal("Members.Unknown", (await Get<IssueCoupons>().GiveAsync(Marketer, "spring", Till.Named("nobody"), default)).Rejection?.Code);
        Assert.Equal("Coupons.SeriesUnknown", (await Get<IssueCoupons>().GiveAsync(Marketer, "winter", Till.Named("anna"), default)).Rejection?.Code);
    }

    [Fact]
    public async Task What_is_left_is_made_void_with_a_reason_and_the_history_knows()
    {
        var id = await MadeAsync(Plan());

        Assert.Equal("Coupons.ReasonMissing", (await Get<VoidCoupons>().ExecuteAsync(Marketer, id, null, " ", default)).Rejection?.Code);
        Assert.Equal(10, (await Get<VoidCoupons>().ExecuteAsync(Marketer, id, null, "The list leaked", default)).Value);
        Assert.Equal("Coupons.NothingToVoid", (await Get<VoidCoupons>().ExecuteAsync(Marketer, id, null, "Again", default)).Rejection?.Code);

        var rows = await Get<CouponQueries>().ListAsync(
            Marketer, (await Get<CouponQueries>().FindAsync(Marketer, id, default))!.Series, new CouponFilter { State = CouponState.Void }, CouponSort.Latest, true, new PageRequest(0, 5), default);
        Assert.Equal((5, 10), (rows.Rows.Count, rows.Total));
        await using var db = till.Database.CreateDbContext();
        Assert.Equal("The list leaked", (await db.AuditEntries.Where(a => a.Subject == "CouponSeries").OrderBy(a => a.Id).LastAsync()).Reason);
    }

    [Fact]
    public async Task Terms_that_another_has_changed_meanwhile_are_not_overwritten()
    {
        var id = await MadeAsync(Plan());

        Assert.Null(await Get<SaveCouponSeries>().ChangeAsync(Marketer, id, 0, Plan() with { UsesTotal = 5 }, default));
        Assert.Equal("Common.ChangedByAnother", (await Get<SaveCouponSeries>().ChangeAsync(Marketer, id, 0, Plan() with { UsesTotal = 6 }, default))?.Code);
        Assert.Null(await Get<SaveCouponSeries>().StopAsync(Marketer, id, stop: true, default));
        var row = (await Get<CouponQueries>().SeriesAsync(Marketer, default))[0];
        Assert.Equal((5, true, true), (row.Series.UsesTotal, row.Series.IsStopped, row.IsOver));
    }

    private CouponSeriesPlan Plan() => new() { Key = "spring", Name = "Spring", Prefix = "sp", Count = 10, From = DateOnly.FromDateTime(till.Clock.UtcNow) };

    private async Task<long> MadeAsync(CouponSeriesPlan plan) => (await Get<SaveCouponSeries>().CreateAsync(Marketer, plan, default)).Value;

    private T Get<T>()
        where T : notnull => till.Database.Get<T>();
}
