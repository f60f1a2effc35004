using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Households;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Households;

/// <summary>Tells of households: all of them, one, and that of a member.</summary>
public sealed class HouseholdQueries(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, ProgramTimelines timelines, MemberQueries members, BusinessClock clock)
{
    private const int Batch = 500;

    private static readonly MemberKeyKind[] Kinds = [MemberKeyKind.Card, MemberKeyKind.Phone, MemberKeyKind.Email, MemberKeyKind.ExternalId, MemberKeyKind.Id];

    /// <summary>How many members the conditions allow a household now; zero where there are none.</summary>
    public async Task<int> LimitAsync(CancellationToken ct) => (await timelines.GetAsync(ct)).InForceAt(clock.UtcNow).Conditions.Joining.HouseholdLimit;

    /// <summary>One household; null where there is none.</summary>
    public async Task<HouseholdDetails?> DetailsAsync(int id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await HouseholdReader.ReadAsync(db, id, await timelines.GetAsync(ct), clock.UtcNow, ct);
    }

    /// <summary>The household of a member; null where the member is in none.</summary>
    public async Task<HouseholdDetails?> OfMemberAsync(long memberId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Members.Where(m => m.Id == memberId).Select(m => m.HouseholdId).SingleOrDefaultAsync(ct) is { } household
            ? await HouseholdReader.ReadAsync(db, household, await timelines.GetAsync(ct), clock.UtcNow, ct)
            : null;
    }

    /// <summary>The member whom somebody names by card, phone, e-mail, external id or number; null for nobody.</summary>
    public async Task<long?> FindMemberAsync(string typed, CancellationToken ct)
    {
        var country = PhoneNumber.CountryOf((await timelines.GetAsync(ct)).InForceAt(clock.UtcNow).Conditions.Currency);
        foreach (var kind in Kinds)
        {
            if (MemberKeyRule.Of(kind, typed, country).Accepted(out var key, out _) && await members.FindAsync(key, ct) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>One page of households, the latest first.</summary>
    public async Task<Page<HouseholdRow>> ListAsync(Actor actor, HouseholdFilter filter, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.MembersView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await (await ScopeAsync(db, filter, ct)).OrderByDescending(h => h.Id).ToPageAsync(page, ct);
        return new Page<HouseholdRow>(await TellAsync(db, found.Rows, ct), found.Total);
    }

    /// <summary>All that the filter finds, the latest first, a batch in memory at once.</summary>
    public async IAsyncEnumerable<HouseholdRow> StreamAsync(Actor actor, HouseholdFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        actor.Demand(Permission.MembersView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await ScopeAsync(db, filter, ct);
        for (var last = int.MaxValue; ;)
        {
            var found = await scope.Where(h => h.Id < last).OrderByDescending(h => h.Id).Take(Batch).ToListAsync(ct);
            foreach (var row in await TellAsync(db, found, ct))
            {
                yield return row;
            }

            if (found.Count < Batch)
            {
                yield break;
            }

            last = found[^1].Id;
        }
    }

    private async Task<IQueryable<Household>> ScopeAsync(LoyaltyDbContext db, HouseholdFilter filter, CancellationToken ct)
    {
        var households = db.Households.AsNoTracking();
        if (string.IsNullOrWhiteSpace(filter.Search))
        {
            return households.Where(h => db.Members.Any(m => m.HouseholdId == h.Id));
        }

        var country = PhoneNumber.CountryOf((await timelines.GetAsync(ct)).InForceAt(clock.UtcNow).Conditions.Currency);
        return new MemberFinder(db, sql, MemberSearchTerm.Of(filter.Search, country)).All() is { } named
            ? households.Where(h => db.Members.Any(m => m.HouseholdId == h.Id && named.Contains(m.Id)))
            : households.Where(h => false);
    }

    private static async Task<IReadOnlyList<HouseholdRow>> TellAsync(LoyaltyDbContext db, IReadOnlyList<Household> households, CancellationToken ct)
    {
        int?[] ids = [.. households.Select(h => (int?)h.Id)];
        var members = await (
            from member in db.Members.AsNoTracking()
            where EF.Parameter(ids).Contains(member.HouseholdId)
            join account in db.Accounts on member.Id equals account.MemberId
            select new { Member = member, Available = account.Available.Value }).ToListAsync(ct);
        var names = await MemberNames.OfAsync(db, members.Select(m => (long?)m.Member.Id), ct);
        var byHousehold = members.ToLookup(m => m.Member.HouseholdId);
        return [.. households.Select(h =>
        {
            var own = byHousehold[h.Id].ToList();
            var head = HouseholdRule.HeadOf(h.HeadId, own.Select(m => m.Member));
            return new HouseholdRow
            {
                Id = h.Id,
                HeadId = head,
                Head = names.GetValueOrDefault(head, $"№ {head}"),
                Others = string.Join(", ", own.Where(m => m.Member.Id != head).OrderBy(m => m.Member.Id).Select(m => names[m.Member.Id])),
                Members = own.Count,
                Available = own.Where(m => m.Member.Status == MemberStatus.Active).Sum(m => m.Available),
                CreatedAt = h.CreatedAt,
            };
        })];
    }
}
