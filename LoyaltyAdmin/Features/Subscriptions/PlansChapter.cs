using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Shell.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>What the terms say of the plans that are sold.</summary>
public sealed class PlansChapter(IDbContextFactory<LoyaltyDbContext> databases, BenefitWords words, IStringLocalizer<SubscriptionsText> text) : ITermsChapter
{
    public int Place => 40;

    public async Task<IReadOnlyList<TermsSection>> WriteAsync(TermsScope scope, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var plans = await db.SubscriptionPlans.AsNoTracking().Include(p => p.Versions).Where(p => p.IsSold).OrderBy(p => p.Id).ToListAsync(ct);
        return plans.Count == 0 ? [] : [new TermsSection(text["Terms.Heading"], [.. plans.SelectMany(p => Say(p.Name, p.At(scope.At).Terms, scope)), .. Common(scope)])];
    }

    private IEnumerable<string> Say(string name, PlanTerms terms, TermsScope scope)
    {
        var conditions = scope.Conditions;
        yield return text[
            "Terms.Plan", name, Formats.Money(terms.Fee, conditions.Currency), words.Term(terms.Unit, terms.Length),
            string.Join(", ", words.Say(terms.Benefits, conditions.Accrual.Mode))];
        if (terms.TrialDays > 0)
        {
            yield return text["Terms.Trial", name, words.Days(terms.TrialDays)];
        }

        if (terms.GraceDays > 0)
        {
            yield return text["Terms.Grace", name, words.Days(terms.GraceDays)];
        }
    }

    private IEnumerable<string> Common(TermsScope scope) => scope.ForCustomers ? [text["Terms.Cancelled"]] : [];
}
