using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Coupons;

/// <summary>R17: a code is taken or refused with the reason that is true, limits one by one.</summary>
public sealed class CouponRuleTests
{
    private static readonly DateTime Now = new(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_code_within_its_time_and_limits_is_taken() =>
        Assert.Null(CouponRule.Check(Series(), Coupon(), Now, memberId: null, usesOfMember: 0));

    [Theory]
    [InlineData(-1, "Coupons.NotYet")]
    [InlineData(0, null)]
    [InlineData(20, "Coupons.Expired")]
    public void The_end_of_its_time_is_exclusive(int days, string? refusal)
    {
        var series = Series(from: Now, until: Now.AddDays(20));

        Assert.Equal(refusal, CouponRule.Check(series, Coupon(), Now.AddDays(days), null, 0)?.Code);
    }

    [Fact]
    public void A_code_given_to_a_member_has_a_term_and_an_owner_of_its_own()
    {
        var given = Coupon(member: 7, expires: Now.AddDays(3));

        Assert.Null(CouponRule.Check(Series(), given, Now, 7, 0));
        Assert.Equal("Coupons.NeedsMember", CouponRule.Check(Series(), given, Now, null, 0)?.Code);
        Assert.Equal("Coupons.OfAnother", CouponRule.Check(Series(), given, Now, 8, 0)?.Code);
        Assert.Equal("Coupons.Expired", CouponRule.Check(Series(), given, Now.AddDays(3), 7, 0)?.Code);
    }

    [Fact]
    public void Each_of_the_three_limits_has_words_of_its_own()
    {
        Assert.Equal("Coupons.Used", CouponRule.Check(Series(perCode: 1), Coupon(uses: 1), Now, 7, 0)?.Code);
        Assert.Equal("Coupons.Reserved", CouponRule.Check(Series(perCode: 1), Coupon(held: 1), Now, 7, 0)?.Code);
        Assert.Equal("Coupons.CodeLimit", CouponRule.Check(Series(perCode: 3), Coupon(uses: 2, held: 1), Now, 7, 0)?.Code);
        Assert.Equal("Coupons.MemberLimit", CouponRule.Check(Series(perMember: 2), Coupon(), Now, 7, 2)?.Code);
        Assert.Equal("Coupons.TotalLimit", CouponRule.Check(Series(total: 100, used: 100), Coupon(), Now, 7, 0)?.Code);
        Assert.Null(CouponRule.Check(Series(perCode: 3, perMember: 2, total: 100, used: 99), Coupon(uses: 2), Now, 7, 1));
    }

    [Fact]
    public void A_limit_per_member_needs_one_and_what_was_stopped_or_made_void_is_taken_from_nobody()
    {
        Assert.Equal("Coupons.NeedsMember", CouponRule.Check(Series(perMember: 2), Coupon(), Now, null, 0)?.Code);
        var stopped = Series();
        stopped.IsStopped = true;
        Assert.Equal("Coupons.SeriesStopped", CouponRule.Check(stopped, Coupon(), Now, 7, 0)?.Code);
        var voided = Coupon();
        voided.State = CouponState.Void;
        Assert.Equal("Coupons.Void", CouponRule.Check(Series(), voided, Now, 7, 0)?.Code);
    }

    [Theory]
    [InlineData("summer-10", "SUMMER10")]
    [InlineData(" скидка 10", "CKИДKA10")]
    [InlineData("CKИДКА—10", "CKИДKA10")]
    public void Two_spellings_of_a_code_are_one(string typed, string key) => Assert.Equal(key, CodeText.Fold(typed));

    [Theory]
    [InlineData(5, 1_000, false)]
    [InlineData(8, 100_000, true)]
    [InlineData(8, 10_000_000, false)]
    public void Codes_that_could_be_guessed_are_not_made(int length, long codes, bool isSparse) =>
        Assert.Equal(isSparse, CouponSeriesPlan.IsSparse(length, codes));

    [Fact]
    public void A_plan_names_each_field_that_is_wrong()
    {
        var plan = new CouponSeriesPlan { Key = "Bad key", Name = " ", From = new(2026, 3, 2), To = new(2026, 3, 1), UsesPerCode = 0, Length = 3, Prefix = "К!", Count = -1 };

        Assert.Equal(
            ["name", "to", "usesPerCode", "key", "prefix", "length", "count"],
            plan.Check(isNew: true).Select(p => p.Field).Distinct());
        Assert.Equal(["code"], (plan with { Key = "ok", Name = "Radio", To = null, UsesPerCode = null, Kind = CouponKind.Shared, Code = "a" }).Check(isNew: true).Select(p => p.Field));
    }

    private static CouponSeries Series(DateTime? from = null, DateTime? until = null, int? perCode = null, int? perMember = null, int? total = null, long used = 0) => new()
    {
        Id = 1,
        Key = "spring",
        Name = "Spring",
        Kind = CouponKind.Unique,
        ValidFrom = from ?? Now.AddDays(-1),
        ValidUntil = until ?? ProgramCalendar.Never,
        UsesPerCode = perCode,
        UsesPerMember = perMember,
        UsesTotal = total,
        Uses = used,
        CreatedAt = Now,
        CreatedBy = "test",
    };

    private static Coupon Coupon(long? member = null, DateTime? expires = null, int uses = 0, int held = 0) => new()
    {
        Id = 1,
        SeriesId = 1,
        Code = "X",
        Key = "X",
        MemberId = member,
        IssuedAt = Now,
        ExpiresAt = expires ?? ProgramCalendar.Never,
        Uses = uses,
        Held = held,
    };
}
