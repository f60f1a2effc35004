using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Shell.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>What the terms say of clubs that everybody may know of; cashiers are told nothing of hidden ones either, the till does what is due.</summary>
public sealed class ClubsChapter(IDbContextFactory<LoyaltyDbContext> databases, BenefitWords words, IStringLocalizer<ClubsText> text) : ITermsChapter
{
    public int Place => 45;

    public async Task<IReadOnlyList<TermsSection>> WriteAsync(TermsScope scope, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var clubs = await db.Clubs.AsNoTracking().Include(c => c.Versions).Where(c => c.IsOpen).OrderBy(c => c.Id).ToListAsync(ct);
        var known = clubs.Select(c => (c.Name, c.At(scope.At).Terms)).Where(c => !c.Terms.IsHidden).ToList();
        return known.Count == 0 ? [] : [new TermsSection(text["Terms.Heading"], [.. known.Select(c => Say(c.Name, c.Terms, scope))])];
    }

    private string Say(string name, ClubTerms terms, TermsScope scope)
    {
        var gives = string.Join(", ", words.Say(terms.Benefits, scope.Conditions.Accrual.Mode));
        return terms.Threshold is { } threshold
            ? text[
                $"Terms.By{threshold.Metric}", name,
                threshold.Metric == ClubMetric.Spend ? Formats.Money(threshold.Amount, scope.Conditions.Currency) : Formats.Number(threshold.Amount, 0),
                words.Term(PeriodUnit.Months, threshold.Months), gives]
            : text["Terms.ByInvitation", name, gives];
    }
}
