using System.Text.Json;
using System.Text.Json.Serialization;
using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.V1.Receipts;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Localization;

namespace LoyaltyAdmin.Api.V1;

/// <summary>A code that somebody shows.</summary>
public sealed record CouponCheckRequest
{
    /// <summary>As it was typed.</summary>
    public string? Code { get; init; }

    /// <summary>Who shows it; null for nobody known.</summary>
    public MemberReference? Member { get; init; }
}

/// <summary>For whom a code is wanted.</summary>
public sealed record CouponRequest
{
    /// <summary>Key of the series.</summary>
    public string? Series { get; init; }

    /// <summary>Who alone may use it.</summary>
    public MemberReference? Member { get; init; }
}

/// <summary>A coupon as a till or a shop hears of it.</summary>
public sealed record CouponAnswer
{
    public required string Code { get; init; }

    /// <summary>Key of the series.</summary>
    public required string Series { get; init; }

    /// <summary>issued, reserved, used, void or expired.</summary>
    public required string State { get; init; }

    /// <summary>Whether a receipt may use it now.</summary>
    public required bool Valid { get; init; }

    /// <summary>Why not, stable; null where it may.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Reason { get; init; }

    /// <summary>Why not, in the caller's language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Text { get; init; }

    /// <summary>The last day; null for no end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateOnly? LastDay { get; init; }

    internal static CouponAnswer Of(Coupon coupon, CouponSeries series, Rejection? refusal, DateTime now, ProgramCalendar calendar, CodeTexts texts)
    {
        var end = coupon.ExpiresAt < series.ValidUntil ? coupon.ExpiresAt : series.ValidUntil;
        return new CouponAnswer
        {
            Code = coupon.Code,
            Series = series.Key,
            State = JsonNamingPolicy.CamelCase.ConvertName(coupon.StateAt(now, series).ToString()),
            Valid = refusal is null,
            Reason = refusal?.Code,
            Text = refusal is null ? null : texts.Find(refusal.Code, refusal.Arguments),
            LastDay = end >= ProgramCalendar.Never ? null : calendar.DayOf(end.AddTicks(-1)),
        };
    }
}

/// <summary>Coupons outside of receipts: whether one would be taken, and one more for a member (R17).</summary>
public static class CouponsApi
{
    public static void MapCoupons(this RouteGroupBuilder v1)
    {
        var coupons = v1.MapGroup("/coupons").WithTags("Coupons");
        coupons.MapPost("/check", CheckAsync).RequireScope(ApiScope.ReceiptsWrite)
            .WithSummary("Whether a coupon would be taken now")
            .WithDescription("Changes nothing. A coupon that is not taken is answered with its reason; an unknown code is 404.")
            .Produces<CouponAnswer>().ProducesProblems(404, 413, 415, 422);
        coupons.MapPost("/", GiveAsync).RequireScope(ApiScope.PromotionsWrite)
            .WithSummary("Give a member a coupon of their own")
            .WithDescription("Makes one more code of a series; each call makes another.")
            .Produces<CouponAnswer>(StatusCodes.Status201Created).ProducesProblems(404, 413, 415, 422);
    }

    private static async Task<IResult> CheckAsync(
        CouponCheckRequest request, ApiCaller caller, CheckCoupon check, ProgramTimelines timelines, BusinessClock clock, CodeTexts texts, CancellationToken ct)
    {
        var (errors, timeline, now) = (new FieldErrors(), await timelines.GetAsync(ct), clock.UtcNow);
        var code = errors.Required("code", request.Code, Coupon.LongestCode);
        var member = MemberNaming.Read(request.Member, timeline, now, errors);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return (await check.ExecuteAsync(caller.Actor, code, member, ct)).Accepted(out var answer, out var rejection)
            ? Results.Ok(CouponAnswer.Of(answer.Coupon, answer.Series, answer.Refusal, now, timeline.CalendarAt(now), texts))
            : rejection.ToProblem();
    }

    private static async Task<IResult> GiveAsync(
        CouponRequest request, ApiCaller caller, IssueCoupons issue, CheckCoupon check, ProgramTimelines timelines, BusinessClock clock, CodeTexts texts, CancellationToken ct)
    {
        var (errors, timeline, now) = (new FieldErrors(), await timelines.GetAsync(ct), clock.UtcNow);
        var series = errors.Required("series", request.Series, CouponSeriesPlan.LongestKey);
        if (MemberNaming.Read(request.Member, timeline, now, errors) is not { } member)
        {
            errors.Add("member", "Api.Required");
            return errors.ToProblem();
        }

        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return (await issue.GiveAsync(caller.Actor, series, member, ct)).Accepted(out var given, out var rejection)
            ? Results.Created((string?)null, CouponAnswer.Of(given.Coupon, given.Series, null, now, timeline.CalendarAt(now), texts))
            : rejection.ToProblem();
    }
}
