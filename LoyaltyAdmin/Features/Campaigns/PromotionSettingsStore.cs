using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>What holds for all promotions: read, and written with its history.</summary>
public sealed class PromotionSettingsStore(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, CampaignBook book, BusinessClock clock)
{
    /// <summary>The settings; the usual ones before the first change.</summary>
    public async Task<PromotionSettings> GetAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.PromotionSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new PromotionSettings();
    }

    /// <summary>Null when they are saved. Who may approve decides on the limits of approval as well.</summary>
    public async Task<Rejection?> SaveAsync(Actor actor, StackingPolicy policy, ApprovalLimits approval, decimal controlPercent, int revision, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsApprove);
        if (controlPercent is < 0 or > CampaignChecks.MostControl)
        {
            return new Rejection("Campaigns.ControlRange", CampaignChecks.MostControl) { Field = "control" };
        }

        if (CampaignChecks.Check(policy) is [var wrong, ..])
        {
            return wrong;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var settings = await db.PromotionSettings.SingleOrDefaultAsync(ct);
        if ((settings?.Revision ?? 0) != revision)
        {
            return CampaignRejections.ChangedByAnother();
        }

        var before = settings is null ? null : Told(settings);
        if (settings is null)
        {
            db.PromotionSettings.Add(settings = new PromotionSettings());
        }

        (settings.Policy, settings.Approval, settings.ControlPercent, settings.Revision) = (policy, approval, controlPercent, revision + 1);
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.UtcNow,
            Author = actor.Name,
            Action = AuditAction.Changed,
            Subject = nameof(PromotionSettings),
            SubjectId = settings.Id.ToString(CultureInfo.InvariantCulture),
            Before = before,
            After = Told(settings),
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || sql.IsUniqueViolation(e))
        {
            return CampaignRejections.ChangedByAnother();
        }

        book.Forget();
        return null;
    }

    private static string Told(PromotionSettings settings) => JsonSerializer.Serialize(
        new { Stacking = JsonSerializer.Serialize(settings.Policy, CampaignJson.Options), settings.Approval, ProgramControl = settings.ControlPercent }, ConditionsJson.Options);
}
