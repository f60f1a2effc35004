using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Shell.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>What the terms say of partners with whom something is agreed: what members earn and pay with points there, not what the companies pay each other.</summary>
public sealed class PartnersChapter(IDbContextFactory<LoyaltyDbContext> databases, PartnerWords words, IStringLocalizer<PartnersText> text) : ITermsChapter
{
    public int Place => 50;

    public async Task<IReadOnlyList<TermsSection>> WriteAsync(TermsScope scope, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var partners = await db.Partners.AsNoTracking().Where(p => p.State == PartnerState.Open).OrderBy(p => p.Id).ToListAsync(ct);
        var agreed = await db.PartnerTerms.AsNoTracking().Where(t => t.From <= scope.At).ToListAsync(ct);
        var units = new DisplayUnits(scope.Conditions.Currency, scope.PointDecimals, scope.Conditions.Unit, TimeZoneInfo.Utc);
        var known = partners
            .Select(p => (p.Name, Terms: PartnerTerms.InForceAt(agreed.Where(t => t.PartnerId == p.Id), scope.At)))
            .Where(p => p.Terms is not null)
            .Select(p => text["Terms.Partner", p.Name, words.Accrual(p.Terms!.Conditions, units), words.Spending(p.Terms.Conditions)].Value)
            .ToList();
        return known.Count == 0 ? [] : [new TermsSection(text["Terms.Heading"], known)];
    }
}
