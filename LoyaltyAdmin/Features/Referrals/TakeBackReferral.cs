using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>A person takes both rewards of a referral back, with a reason: the purchase was no honest one. Done again after an interruption it ends what it began.</summary>
public sealed class TakeBackReferral(IDbContextFactory<LoyaltyDbContext> databases, TakeBackReward takeBack, BusinessClock clock)
{
    /// <summary>Null when it is done.</summary>
    public async Task<Rejection?> ExecuteAsync(Actor actor, long referralId, string reason, CancellationToken ct)
    {
        actor.Demand(Permission.PointsCorrect);
        if (BlockReason.Check(reason) is { } missing)
        {
            return missing;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        if (await db.Referrals.SingleOrDefaultAsync(r => r.Id == referralId, ct) is not { } referral)
        {
            return new Rejection("Referrals.Unknown");
        }

        if (referral.State != ReferralState.Rewarded)
        {
            return referral.State == ReferralState.TakenBack ? null : new Rejection("Referrals.NotRewarded");
        }

        foreach (var (points, who) in ((Points, string)[])[(referral.ReferrerPoints, "referrer"), (referral.FriendPoints, "friend")])
        {
            if (!points.IsZero && (await takeBack.ExecuteAsync(actor.Name, SettleReferrals.KeyOf(referralId, who), null, ct)).Rejection is { } rejection)
            {
                return rejection;
            }
        }

        referral.State = ReferralState.TakenBack;
        referral.Version++;
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.UtcNow,
            Author = actor.Name,
            Action = AuditAction.Changed,
            Subject = nameof(Domain.Members.Member),
            SubjectId = referral.ReferrerId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Before = "{\"ReferralReward\":true}",
            After = "{\"ReferralReward\":false}",
            Reason = reason.Trim(),
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another one took it back at the same time: the points went once.
        }

        return null;
    }
}
