using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>Says in words what a plan or a club gives and what it costs.</summary>
public sealed class BenefitWords(IStringLocalizer<SubscriptionsText> text)
{
    /// <summary>Each rate in words, and what else there is.</summary>
    public IReadOnlyList<string> Say(Benefits benefits, AccrualMode mode) =>
    [
        .. new[]
        {
            benefits.AccrualRate is { } rate ? text[mode == AccrualMode.Percent ? "Gives.Percent" : "Gives.Steps", Plain(rate)].Value : null,
            benefits.DiscountPercent is { } discount ? text["Gives.Discount", Plain(discount)].Value : null,
            benefits.MaximumSharePercent is { } share ? text["Gives.Share", Plain(share)].Value : null,
            string.IsNullOrWhiteSpace(benefits.Words) ? null : benefits.Words.Trim(),
        }.OfType<string>(),
    ];

    /// <summary>"month", "3 months", "30 days".</summary>
    public string Term(PeriodUnit unit, int length) =>
        (unit, length) == (PeriodUnit.Months, 1) ? text["Month.One"] : Counted(unit == PeriodUnit.Months ? "Month" : "Day", length);

    /// <summary>"7 days".</summary>
    public string Days(int days) => Counted("Day", days);

    private string Counted(string word, int count) =>
        $"{Formats.Number(count)} {Formats.Word(count, new CountedWord(text[$"{word}.One"], text[$"{word}.Few"], text[$"{word}.Many"]))}";

    private static string Plain(decimal value) => value.ToString("0.####", System.Globalization.CultureInfo.CurrentCulture);
}
