using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>What the lists of series and codes are, on their pages and in their workbooks.</summary>
public static class CouponTables
{
    public const string Name = "name";
    public const string Code = "code";
    public const string State = "state";
    public const string Member = "member";

    /// <summary>All series.</summary>
    public static TableList<CouponSeriesRow, NoFilter> Series(IStringLocalizer<CouponsText> text) => new(
        "coupon-series",
        "/coupons",
        "/exports/coupon-series.xlsx",
        [
            new(Name, text["Name"], ExcelKind.Text, row => row.Series.Name) { Fixed = true, Sort = Name },
            new("kind", text["Kind"], ExcelKind.Text, row => text[$"Kind{row.Series.Kind}"].Value),
            new(Code, text["Code"], ExcelKind.Text, row => row.SharedCode),
            new("key", text["Key"], ExcelKind.Text, row => row.Series.Key) { Hidden = true },
            new(State, text["State"], ExcelKind.Text, row => text[row.Series.IsStopped ? "Stopped" : row.IsOver ? "Over" : "Open"].Value),
            new("from", text["From"], ExcelKind.Date, row => row.FirstDay) { Sort = "from", Hidden = true },
            new("to", text["To"], ExcelKind.Date, row => row.LastDay) { Sort = "to" },
            new("codes", text["Codes"], ExcelKind.Whole, row => row.Series.Codes) { Sort = "codes", Total = true },
            new("uses", text["Uses"], ExcelKind.Whole, row => row.Series.Uses) { Sort = "uses", Total = true },
            new("redemption", text["Redemption"], ExcelKind.Percent, row => row.Redemption / 100m) { Sort = "redemption" },
            new("void", text["StateVoid"], ExcelKind.Whole, row => row.Void) { Hidden = true, Total = true },
            new("created", text["Created"], ExcelKind.Instant, row => row.Series.CreatedAt) { Sort = "created", Hidden = true },
            new("createdBy", text["CreatedBy"], ExcelKind.Text, row => row.Series.CreatedBy) { Hidden = true },
        ])
    {
        Sort = "created",
        Descending = true,
    };

    /// <summary>The codes of a series.</summary>
    public static TableList<CouponRow, CouponFilter> Codes(IStringLocalizer<CouponsText> text, long series) => new(
        "coupons",
        $"/coupons/{series}",
        $"/exports/coupons/{series}.xlsx",
        [
            new(Code, text["Code"], ExcelKind.Text, row => row.Code) { Fixed = true },
            new(State, text["State"], ExcelKind.Text, row => text[$"State{row.State}"].Value),
            new("uses", text["Uses"], ExcelKind.Whole, row => row.Uses) { Sort = nameof(CouponSort.Uses), Total = true },
            new(Member, text["Member"], ExcelKind.Text, row => row.Member ?? row.MemberId?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("issued", text["IssuedAt"], ExcelKind.Instant, row => row.IssuedAt),
            new("lastDay", text["OwnLastDay"], ExcelKind.Date, row => row.LastDay),
            new("voidedFor", text["VoidedFor"], ExcelKind.Text, row => row.VoidedFor) { Hidden = true },
        ])
    {
        Sort = nameof(CouponSort.Latest),
        Descending = true,
        Fields =
        [
            ListField.Text(ListField.Search, text["Code"], (CouponFilter f) => f.Search, (f, value) => f with { Search = value }),
            ListField.Choice("state", text["State"], (CouponFilter f) => f.State, (f, value) => f with { State = value }, (CouponState state) => text[$"State{state}"]),
        ],
    };
}
