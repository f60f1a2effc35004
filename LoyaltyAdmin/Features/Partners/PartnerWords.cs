using System.Globalization;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Says terms with a partner in words.</summary>
public sealed class PartnerWords(IStringLocalizer<PartnersText> text)
{
    /// <summary>What is earned there.</summary>
    public string Accrual(PartnerConditions terms, DisplayUnits units) => terms.Accrual switch
    {
        PartnerAccrual.Percent => text["Words.Percent", Plain(terms.Percent)],
        PartnerAccrual.Steps => text["Words.Steps", Plain(terms.StepPoints), Formats.Money(terms.StepAmount, units.Currency)],
        _ => text["Words.AsMain"],
    };

    /// <summary>What points can pay there.</summary>
    public string Spending(PartnerConditions terms) =>
        !terms.Spending ? text["Words.NoSpending"]
        : terms.MaximumSharePercent is { } most ? text["Words.SpendingUpTo", Plain(most)]
        : text["Words.SpendingAsMain"];

    /// <summary>All that is agreed, a name and its words each.</summary>
    public IEnumerable<(string Name, string Words)> All(PartnerConditions terms, DisplayUnits units) =>
    [
        (text["Accrual"], Accrual(terms, units)),
        (text["MemberRates"], text[terms.MemberRates ? "Words.MemberRates" : "Words.NoMemberRates"]),
        (text["Spending"], Spending(terms)),
        (text["IssuePrice"], text["Words.IssuePrice", Price(terms.IssuePrice, units), Plain(terms.BillingPercent), Price(SettlementMath.Issue(terms), units)]),
        (text["RedeemPrice"], text["Words.RedeemPrice", Price(terms.RedeemPrice, units)]),
        (text["Fee"], Fee(terms, units)),
    ];

    /// <summary>A price of a point, with as many decimals as it has.</summary>
    public static string Price(decimal price, DisplayUnits units) =>
        $"{price.ToString("0.00####", CultureInfo.CurrentCulture)}\u00a0{Formats.Symbol(units.Currency)}";

    /// <summary>Who pays, and how much.</summary>
    public string Payable(long minor, DisplayUnits units) => minor == 0
        ? text["Words.Even"]
        : text[minor > 0 ? "Words.PartnerPays" : "Words.ShopPays", Formats.Money(Math.Abs(minor) / 100m, units.Currency)];

    private string Fee(PartnerConditions terms, DisplayUnits units) => (terms.FeePercent, terms.FeeFixed.IsZero) switch
    {
        (0m, true) => text["Words.NoFee"],
        (0m, false) => text["Words.FeeFixed", Formats.Money(terms.FeeFixed, units.Currency)],
        (_, true) => text["Words.FeePercent", Plain(terms.FeePercent)],
        _ => text["Words.FeeBoth", Plain(terms.FeePercent), Formats.Money(terms.FeeFixed, units.Currency)],
    };

    private static string Plain(decimal number) => number.ToString("0.######", CultureInfo.CurrentCulture);
}
