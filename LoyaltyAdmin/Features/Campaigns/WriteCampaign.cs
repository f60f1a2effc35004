using System.Text.RegularExpressions;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>
/// Writes the draft of a campaign: a new one, or the next version of one that was launched. A draft may be incomplete; what
/// is wrong with it is asked when it is submitted.
/// </summary>
public sealed partial class WriteCampaign(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, CampaignChange changes, BusinessClock clock)
{
    /// <summary>What is to be kept.</summary>
    public sealed record Draft
    {
        /// <summary>Of a new campaign.</summary>
        public string Key { get; init; } = "";

        public required string Name { get; init; }

        /// <summary>Of a new campaign: the goal of the gallery that it was taken from.</summary>
        public string Goal { get; init; } = "";

        public required CampaignTerms Terms { get; init; }
    }

    /// <summary>What is wrong with the names of a draft, each with its field.</summary>
    public static IReadOnlyList<Rejection> Check(Draft draft, bool isNew)
    {
        var wrong = new List<Rejection>();
        if (draft.Name.Trim().Length is 0 or > Campaign.LongestName)
        {
            wrong.Add(new Rejection("Campaigns.NameMissing", Campaign.LongestName) { Field = "name" });
        }

        if (isNew && !KeyForm().IsMatch(draft.Key))
        {
            wrong.Add(new Rejection("Campaigns.KeyMalformed") { Field = "key" });
        }

        return wrong;
    }

    /// <summary>The number of the new campaign.</summary>
    public async Task<Result<int>> CreateAsync(Actor actor, Draft draft, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        if (Check(draft, isNew: true) is [var wrong, ..])
        {
            return wrong;
        }

        var now = clock.UtcNow;
        var campaign = new Campaign { Key = draft.Key, Name = draft.Name.Trim(), Goal = draft.Goal, CreatedAt = now, CreatedBy = actor.Name };
        campaign.Edit(draft.Name.Trim(), draft.Terms, actor.Name, now);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            db.Campaigns.Add(campaign);
            await db.SaveChangesAsync(ct);
            db.AuditEntries.Add(CampaignChange.Audit(actor, campaign.Id, AuditAction.Created, null, CampaignChange.Told(campaign), null, now));
            db.CampaignTotals.Add(new CampaignTotal { CampaignId = campaign.Id });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return campaign.Id;
        }
        catch (DbUpdateException e) when (sql.IsUniqueViolation(e))
        {
            return CampaignRejections.KeyTaken(draft.Key);
        }
    }

    /// <summary>Keeps other terms: in the open version, which becomes a draft again, or in a new one beside what was launched.</summary>
    public async Task<Result<int>> RewriteAsync(Actor actor, int id, int revision, Draft draft, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        if (Check(draft, isNew: false) is [var wrong, ..])
        {
            return wrong;
        }

        return await changes.RunAsync(
            actor,
            id,
            revision,
            work =>
            {
                work.Campaign.Edit(draft.Name.Trim(), draft.Terms, actor.Name, work.Now);
                if (work.Campaign.Live is null)
                {
                    work.Campaign.Name = draft.Name.Trim();
                }

                return Task.FromResult<Rejection?>(null);
            },
            reason: null,
            ct);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex KeyForm();
}
