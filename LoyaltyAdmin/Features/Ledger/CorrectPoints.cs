using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>A person of the staff grants or takes points, with a reason and within limits (R20).</summary>
public sealed class CorrectPoints(
    IDbContextFactory<LoyaltyDbContext> databases, LedgerBatch batch, ProgramTimelines timelines, IOptions<CorrectionLimits> limits)
{
    private const int ReasonLength = 1_000;

    /// <summary>The entry, and what the member can spend after it.</summary>
    /// <param name="EntryId">The ledger entry.</param>
    /// <param name="Available">Points available after it.</param>
    /// <param name="Replayed">Whether it was done before under the same operation id.</param>
    public sealed record Corrected(long EntryId, Points Available, bool Replayed);

    /// <summary>Corrects a member's points; the same operation id again changes nothing and answers the same.</summary>
    public async Task<Result<Corrected>> ExecuteAsync(
        Actor actor, long memberId, bool add, decimal points, string reason, string operationId, CancellationToken ct)
    {
        actor.Demand(Permission.PointsCorrect);
        var timeline = await timelines.GetAsync(ct);
        if (Check(points, reason, timeline.Program.PointDecimals) is { } invalid)
        {
            return invalid;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var member = await db.Members.AsNoTracking().Where(m => m.Id == memberId)
            .Join(db.Accounts, m => m.Id, a => a.MemberId, (m, a) => new { m.JoinedOn, m.MergedIntoId, AccountId = a.Id })
            .SingleOrDefaultAsync(ct);
        if (member is null)
        {
            return new Rejection("Members.Unknown", memberId.ToString(CultureInfo.InvariantCulture));
        }

        if (member.MergedIntoId is { } merged)
        {
            return new Rejection("Members.Merged", merged);
        }

        var correction = new Correction(
            actor.Name, memberId, member.AccountId, member.JoinedOn, add, points, reason.Trim(), operationId);
        Result<Corrected>? result = null;
        await batch.RunAsync(
            actor.Name,
            [member.AccountId],
            async work =>
            {
                result = await DecideAsync(correction, work, ct);
                return result.Value.Accepted(out var corrected, out _) && !corrected.Replayed;
            },
            ct);
        return result!.Value;
    }

    private Rejection? Check(decimal points, string reason, int decimals)
    {
        if (points <= 0 || decimal.Round(points, decimals) != points)
        {
            return new Rejection("Ledger.PointsNotPositive", decimals) { Field = "points" };
        }

        if (points > limits.Value.PerCorrection)
        {
            return new Rejection("Ledger.AboveCorrectionLimit", limits.Value.PerCorrection) { Field = "points" };
        }

        return reason.Trim().Length is < 3 or > ReasonLength ? new Rejection("Ledger.ReasonMissing") { Field = "reason" } : null;
    }

    private async Task<Result<Corrected>> DecideAsync(Correction correction, LedgerBatch.Work work, CancellationToken ct)
    {
        var ledger = work.Ledgers[correction.AccountId];
        var known = await work.Db.LedgerEntries.AsNoTracking().FirstOrDefaultAsync(e => e.OperationId == correction.OperationId, ct);
        if (known is not null)
        {
            return new Corrected(known.Id, ledger.Available, Replayed: true);
        }

        if (Check(correction.Points, correction.Reason, work.PointDecimals) is { } invalid)
        {
            return invalid;
        }

        if (await work.Db.Members.Where(m => m.Id == correction.MemberId && m.MergedIntoId != null).Select(m => m.MergedIntoId).SingleOrDefaultAsync(ct) is { } survivor)
        {
            return new Rejection("Members.Merged", survivor);
        }

        ledger.Expire(work.Now, work.Calendar);
        var points = PointsScale.ToParts(correction.Points, work.PointDecimals);
        if (!correction.Add && ledger.Available < points)
        {
            return new Rejection("Ledger.NotEnough", PointsScale.ToPoints(ledger.Available, work.PointDecimals)) { Field = "points" };
        }

        if (await SpendAllowanceAsync(correction.Author, points, work, ct) is { } limited)
        {
            return limited;
        }

        var before = ledger.Available;
        Move(correction, points, ledger, work);
        work.Db.AuditEntries.Add(Audit(correction, work, before, ledger.Available));
        return new Corrected(ledger.NewEntries.First(e => e.OperationId == correction.OperationId).Id, ledger.Available, Replayed: false);
    }

    private static void Move(Correction correction, Points points, AccountLedger ledger, LedgerBatch.Work work)
    {
        var context = new EntryContext
        {
            At = work.Now,
            Day = work.Calendar.DayOf(work.Now),
            Author = correction.Author,
            Reason = correction.Reason,
            OperationId = correction.OperationId,
        };
        if (!correction.Add)
        {
            ledger.Withdraw(points, context);
            return;
        }

        var version = work.Timeline.InForceAt(work.Now);
        var expiry = version.Conditions.Expiry;
        ledger.Grant(
            EntryKind.CorrectionUp,
            new CreditDecision
            {
                Points = points,
                RuleKey = "correction",
                RuleVersion = version.Number,
                ActivatesAt = work.Now,
                ExpiresAt = ExpiryRule.ExpiresAt(expiry, work.Now, correction.JoinedOn, work.Calendar),
                FollowsActivity = expiry.Model == ExpiryModel.FromLastActivity,
            },
            context);
    }

    /// <summary>Books the points to the author's day, in the same transaction as the correction.</summary>
    private async Task<Rejection?> SpendAllowanceAsync(string author, Points points, LedgerBatch.Work work, CancellationToken ct)
    {
        var decimals = work.PointDecimals;
        var day = work.Calendar.DayOf(work.Now);
        var limit = PointsScale.ToParts(decimal.Round(limits.Value.PerDay, decimals), decimals).Value;
        var allowance = await work.Db.CorrectionAllowances.SingleOrDefaultAsync(a => a.Author == author && a.Day == day, ct);
        if (allowance is null)
        {
            allowance = new CorrectionAllowance { Author = author, Day = day };
            work.Db.Add(allowance);
        }

        if (allowance.Points + points.Value > limit)
        {
            return new Rejection("Ledger.AboveDailyLimit", limits.Value.PerDay, PointsScale.ToPoints(new Points(limit - allowance.Points), decimals))
            {
                Field = "points",
            };
        }

        allowance.Points += points.Value;
        return null;
    }

    private static AuditEntry Audit(Correction correction, LedgerBatch.Work work, Points before, Points after) => new()
    {
        At = work.Now,
        Author = correction.Author,
        Action = AuditAction.Changed,
        Subject = nameof(Account),
        SubjectId = correction.AccountId.ToString(CultureInfo.InvariantCulture),
        Before = string.Create(CultureInfo.InvariantCulture, $"{{\"Available\":{before.Value}}}"),
        After = string.Create(CultureInfo.InvariantCulture, $"{{\"Available\":{after.Value}}}"),
        Reason = correction.Reason,
    };

    private sealed record Correction(
        string Author, long MemberId, long AccountId, DateOnly JoinedOn, bool Add, decimal Points, string Reason, string OperationId);
}
