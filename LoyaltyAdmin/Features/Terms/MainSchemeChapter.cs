using System.Globalization;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform.Localization;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>The main scheme and the levels, in the words of the conditions, with an example that the engine has reckoned.</summary>
public sealed class MainSchemeChapter(ConditionsWords words, TermsExample example, IStringLocalizer<TermsText> text, IStringLocalizer<ProgramsText> programs)
    : ITermsChapter
{
    public int Place => 0;

    public Task<IReadOnlyList<TermsSection>> WriteAsync(TermsScope scope, CancellationToken ct)
    {
        var chapters = words.Describe(scope.Conditions).ToDictionary(c => c.Key, c => c.Sentences);
        return Task.FromResult<IReadOnlyList<TermsSection>>(scope.ForCustomers ? [.. ForCustomers(scope, chapters)] : [.. ForCashiers(scope, chapters)]);
    }

    /// <summary>Whether anybody gets points for a purchase.</summary>
    private static bool Earns(ProgramConditions conditions) =>
        AccrualWorth.ShareOf(conditions) > 0 || (conditions.Tiers.Enabled && conditions.Tiers.Ladder.Levels.Any(l => l.AccrualRate > 0));

    private static bool Discounts(ProgramConditions conditions) =>
        conditions.Discount.Percent > 0 || (conditions.Tiers.Enabled && conditions.Tiers.Ladder.Levels.Any(l => l.DiscountPercent > 0));

    private IEnumerable<TermsSection> ForCustomers(TermsScope scope, Dictionary<string, IReadOnlyList<string>> chapters)
    {
        var conditions = scope.Conditions;
        yield return new TermsSection(text["Heading.Short"], [.. example.Sentences(scope)]);
        if (Discounts(conditions))
        {
            yield return Section("Discount", chapters["Discount"]);
        }

        if (Earns(conditions))
        {
            yield return Section("Accrual", [.. chapters["Accrual"], .. NamesOf(conditions)]);
            yield return Section("Activation", chapters["Activation"]);
        }

        yield return Section("Redemption", chapters["Redemption"]);
        if (Earns(conditions) || conditions.Redemption.Allowed)
        {
            yield return Section("Expiry", chapters["Expiry"]);
        }

        yield return Section("Returns", [text["Returns.ByReceipt"], .. chapters["Returns"]]);
        if (conditions.Tiers.Enabled)
        {
            yield return Section("Tiers", chapters["Tiers"]);
        }

        yield return new TermsSection(text["Heading.Changes"], [text["Changes.Kept"], .. chapters["Place"]]);
    }

    private IEnumerable<TermsSection> ForCashiers(TermsScope scope, Dictionary<string, IReadOnlyList<string>> chapters)
    {
        var conditions = scope.Conditions;
        yield return new TermsSection(text["Heading.Ask"], [text["Ask.Key"], text["Ask.Name"]]);
        yield return new TermsSection(text["Heading.Say"], [.. example.Sentences(scope)]);
        if (Discounts(conditions))
        {
            yield return Section("Discount", chapters["Discount"]);
        }

        if (Earns(conditions))
        {
            yield return Section("Accrual", [.. chapters["Accrual"], .. chapters["Activation"]]);
        }

        yield return Section("Redemption", [.. chapters["Redemption"], .. SpendingAtTill(conditions)]);
        if (Earns(conditions))
        {
            yield return Section("Expiry", chapters["Expiry"]);
        }

        if (conditions.Tiers.Enabled)
        {
            yield return Section("Tiers", chapters["Tiers"]);
        }

        yield return Section("Returns", [text["Returns.Till"], .. chapters["Returns"]]);
        yield return new TermsSection(text["Heading.Offline"], [text["Offline.Earn"], .. conditions.Redemption is { Allowed: true, OfflinePointsPerReceipt: 0 } ? [text["Offline.NoSpend"].Value] : Array.Empty<string>()]);
    }

    /// <summary>What a cashier does before points are spent.</summary>
    private IEnumerable<string> SpendingAtTill(ProgramConditions conditions)
    {
        if (conditions.Redemption.Allowed)
        {
            yield return text["Spend.Ask"];
        }

        if (conditions is { Redemption.Allowed: true, Joining.ConfirmSpending: SpendingConfirmation.Name })
        {
            yield return text["Spend.Confirm"];
        }
    }

    private TermsSection Section(string key, IReadOnlyList<string> sentences) => new(text["Heading." + key], sentences);

    /// <summary>What points are called, where they have a name of their own.</summary>
    private string[] NamesOf(ProgramConditions conditions)
    {
        var (own, usual) = (conditions.Unit, new PointsUnit());
        var (name, plain) = CultureInfo.CurrentCulture.TwoLetterISOLanguageName == Cultures.Russian ? (own.Russian, usual.Russian) : (own.English, usual.English);
        return name == plain ? [] : [text["Unit", programs["Say.Unit", name.One, name.Few, name.Many].Value]];
    }
}
