using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>What the list of partners is, on its page and in its workbook.</summary>
public static class PartnersTable
{
    public const string Name = "name";
    public const string State = "state";
    public const string Open = "open";

    public static TableList<PartnerRow, PartnerFilter> List(IStringLocalizer<PartnersText> text, PartnerWords words, DisplayUnits units) => new(
        "partners",
        "/partners",
        PartnersFeature.Export,
        [
            new(Name, text["Name"], ExcelKind.Text, row => row.Partner.Name) { Fixed = true, Sort = Name },
            new("key", text["Key"], ExcelKind.Text, row => row.Partner.Key) { Hidden = true, Sort = "key" },
            new("legal", text["LegalName"], ExcelKind.Text, row => row.Partner.LegalName) { Hidden = true },
            new("tax", text["TaxNumber"], ExcelKind.Text, row => row.Partner.TaxNumber) { Hidden = true },
            new(State, text["State"], ExcelKind.Text, row => text[$"State.{row.Partner.State}"].Value) { Sort = State },
            new("accrual", text["Accrual"], ExcelKind.Text, row => row.Terms is { } terms ? words.Accrual(terms.Conditions, units) : text["NoTerms"].Value),
            new("spending", text["Spending"], ExcelKind.Text, row => row.Terms is { } terms ? words.Spending(terms.Conditions) : null) { Hidden = true },
            new("turnover", text["TurnoverOfMonth"], ExcelKind.Money, row => row.Month.Turnover - row.Month.Refund) { Total = true, Sort = "turnover" },
            new("issued", text["IssuedOfMonth"], ExcelKind.Points, row => row.Month.Issued - row.Month.Reversed) { Decimals = units.PointDecimals, Total = true, Sort = "issued" },
            new("redeemed", text["RedeemedOfMonth"], ExcelKind.Points, row => row.Month.Redeemed - row.Month.Restored) { Decimals = units.PointDecimals, Total = true, Sort = "redeemed" },
            new(Open, text["OpenNow"], ExcelKind.Money, row => row.Open) { Total = true, Sort = Open },
        ])
    {
        Sort = Name,
        Fields =
        [
            ListField.Choice(State, text["State"], (PartnerFilter f) => f.State, (f, value) => f with { State = value }, (PartnerState state) => text[$"State.{state}"]),
        ],
    };
}
