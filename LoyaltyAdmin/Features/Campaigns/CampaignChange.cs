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

/// <summary>Changes a campaign in one transaction with its line in the history; of two who change it at once one is told.</summary>
public sealed class CampaignChange(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, CampaignBook book, BusinessClock clock)
{
    /// <summary>A campaign at work.</summary>
    internal sealed record Work(LoyaltyDbContext Db, Campaign Campaign, DateTime Now);

    /// <summary>The number of the campaign, or why nothing was changed.</summary>
    /// <param name="actor">Who; the permission is asked by the caller.</param>
    /// <param name="id">The campaign.</param>
    /// <param name="revision">What was on the screen; null where it does not matter.</param>
    /// <param name="change">Changes it, or says why not.</param>
    /// <param name="reason">In the actor's words, for the history.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<int>> RunAsync(Actor actor, int id, int? revision, Func<Work, Task<Rejection?>> change, string? reason, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        if (await db.Campaigns.Include(c => c.Versions).Include(c => c.Runs).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
        {
            return CampaignRejections.Unknown();
        }

        if (revision is { } seen && seen != campaign.Revision)
        {
            return CampaignRejections.ChangedByAnother();
        }

        var (before, now) = (Told(campaign), clock.UtcNow);
        try
        {
            if (await change(new Work(db, campaign, now)) is { } rejection)
            {
                return rejection;
            }

            campaign.Revision++;
            db.AuditEntries.Add(Audit(actor, campaign.Id, AuditAction.Changed, before, Told(campaign), reason, now));
            await db.SaveChangesAsync(ct);
        }
        catch (InvalidOperationException)
        {
            return CampaignRejections.NotInState();
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || sql.IsUniqueViolation(e))
        {
            return CampaignRejections.ChangedByAnother();
        }

        book.Forget();
        return campaign.Id;
    }

    /// <summary>A line of the history.</summary>
    internal static AuditEntry Audit(Actor actor, int id, AuditAction action, string? before, string after, string? reason, DateTime now) => new()
    {
        At = now,
        Author = actor.Name,
        Action = action,
        Subject = nameof(Campaign),
        SubjectId = id.ToString(CultureInfo.InvariantCulture),
        Before = before,
        After = after,
        Reason = reason,
    };

    /// <summary>What the history keeps of a campaign: its name, its step and the whole of the version in question.</summary>
    internal static string Told(Campaign campaign)
    {
        var version = campaign.Open ?? campaign.Shown;
        return JsonSerializer.Serialize(
            new
            {
                version.Name,
                CampaignVersion = version.Number,
                CampaignStep = campaign.EndedAt is not null ? "Ended" : campaign.IsPaused ? "Paused" : version.State.ToString(),
                CampaignTerms = CampaignJson.Write(version.Terms),
            },
            ConditionsJson.Options);
    }
}
