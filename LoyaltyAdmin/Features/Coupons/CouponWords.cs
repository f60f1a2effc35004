using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>The terms of a series in sentences.</summary>
internal static class CouponWords
{
    public static IEnumerable<string> Of(IStringLocalizer<CouponsText> text, CouponSeriesRow row)
    {
        var series = row.Series;
        yield return row.LastDay is { } last
            ? text["SayPeriod", Formats.Date(row.FirstDay), Formats.Date(last)]
            : text["SayFrom", Formats.Date(row.FirstDay)];
        if (series.TermDays > 0)
        {
            yield return text["SayTerm", series.TermDays];
        }

        if (series.Kind == CouponKind.Unique)
        {
            yield return series.UsesPerCode is { } perCode ? text["SayPerCode", perCode] : text["SayPerCodeAny"];
        }

        if (series.UsesPerMember is { } perMember)
        {
            yield return text["SayPerMember", perMember];
        }

        if (series.UsesTotal is { } total)
        {
            yield return text["SayTotal", total, series.Uses];
        }

        yield return text[series.NeedsMember ? "SayMembersOnly" : "SayAnybody"];
    }
}
