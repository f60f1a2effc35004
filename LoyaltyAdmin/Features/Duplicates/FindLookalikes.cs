using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>A member who looks like one that is being registered.</summary>
public sealed record Lookalike(long MemberId, string Name, DuplicateMatch Match);

/// <summary>Tells, while somebody fills in a form, which members look like the one in it.</summary>
public sealed class FindLookalikes(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Most = 3;
    private const int MostCompared = 200;

    /// <param name="actor">Whoever fills in the form.</param>
    /// <param name="profile">As written so far.</param>
    /// <param name="except">The member whose form it is; null for a new one.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The most alike first; nobody as a rule.</returns>
    public async Task<IReadOnlyList<Lookalike>> ExecuteAsync(Actor actor, MemberProfile profile, long? except, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);
        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        var (normalised, _) = profile.Normalise(
            PhoneNumber.CountryOf(timeline.InForceAt(now).Conditions.Currency), timeline.CalendarAt(now).DayOf(now));
        var asked = MemberIdentity.Of(normalised);
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = new HashSet<long>();
        foreach (var (kind, value) in MemberTraits.Of(asked))
        {
            ids.UnionWith(await db.MemberTraits.Where(t => t.Kind == kind && t.Value == value && t.MemberId != except)
                .OrderBy(t => t.MemberId).Select(t => t.MemberId).Take(MostCompared).ToListAsync(ct));
        }

        long[] wanted = [.. ids];
        var others = wanted.Length == 0
            ? []
            : await db.Members.AsNoTracking().Where(m => EF.Parameter(wanted).Contains(m.Id) && m.MergedIntoId == null).Select(MemberIdentities.Of).ToListAsync(ct);
        var alike = others.Select(m => (Member: m, Match: DuplicateRule.Compare(asked, m)))
            .Where(m => m.Match.Score >= DuplicateRule.WorthALook)
            .OrderByDescending(m => m.Match.Score).ThenBy(m => m.Member.Id).Take(Most).ToList();
        var names = await MemberNames.OfAsync(db, alike.Select(m => (long?)m.Member.Id), ct);
        return [.. alike.Select(m => new Lookalike(m.Member.Id, names[m.Member.Id], m.Match))];
    }
}
