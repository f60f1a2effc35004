using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Puts new terms with a partner in force, from now or later. What was in force stays as it was: receipts keep the terms of their time.</summary>
public sealed class AgreeTerms(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>How far an instant may lie back and still mean now.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    /// <param name="actor">Who; needs <see cref="Permission.PartnersEdit"/>.</param>
    /// <param name="partnerId">With whom.</param>
    /// <param name="terms">What is agreed.</param>
    /// <param name="from">From when on (UTC); null for now.</param>
    /// <param name="note">Why, in the author's words.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The id of the terms.</returns>
    public async Task<Result<int>> ExecuteAsync(Actor actor, int partnerId, PartnerConditions terms, DateTime? from, string note, CancellationToken ct)
    {
        actor.Demand(Permission.PartnersEdit);
        var decimals = (await timelines.GetAsync(ct)).Program.PointDecimals;
        if (PartnerConditionsCheck.Of(terms, decimals) is [var wrong, ..])
        {
            return wrong;
        }

        if (PartnerRejections.CheckNote(note) is { } missing)
        {
            return missing;
        }

        var now = clock.UtcNow;
        if (from < now - Tolerance)
        {
            return new Rejection("Partners.FromPast") { Field = "from" };
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        (db.Author, db.AuditReason) = (actor.Name, note.Trim());
        if (!await db.Partners.AnyAsync(p => p.Id == partnerId && p.State != PartnerState.Closed, ct))
        {
            return PartnerRejections.Unknown;
        }

        var agreed = new PartnerTerms
        {
            PartnerId = partnerId,
            From = from > now ? from.Value : now,
            Conditions = terms,
            Note = note.Trim(),
            CreatedAt = now,
            CreatedBy = actor.Name,
        };
        db.PartnerTerms.Add(agreed);
        await db.SaveChangesAsync(ct);
        return agreed.Id;
    }
}
