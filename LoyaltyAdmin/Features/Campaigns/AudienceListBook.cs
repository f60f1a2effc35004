using System.Text.RegularExpressions;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>Personal lists: whom a targeted campaign is for, named by card, phone, e-mail, external id or number.</summary>
public sealed partial class AudienceListBook(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, ProgramTimelines timelines, BusinessClock clock)
{
    public const int MostLines = 200_000;

    private const int Batch = 2_000;
    private static readonly MemberKeyKind[] Kinds = [MemberKeyKind.ExternalId, MemberKeyKind.Card, MemberKeyKind.Phone, MemberKeyKind.Email, MemberKeyKind.Id];

    /// <summary>What became of lines.</summary>
    /// <param name="Added">Members who are on the list now and were not before.</param>
    /// <param name="Already">Who was on it.</param>
    /// <param name="Unknown">Lines that name nobody.</param>
    public sealed record Outcome(int Added, int Already, IReadOnlyList<string> Unknown);

    /// <summary>All lists, the latest first.</summary>
    public async Task<IReadOnlyList<AudienceList>> AllAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.AudienceLists.AsNoTracking().OrderByDescending(l => l.Id).ToListAsync(ct);
    }

    /// <summary>The number of the new list.</summary>
    public async Task<Result<int>> CreateAsync(Actor actor, string key, string name, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        if (name.Trim().Length is 0 or > AudienceList.LongestName)
        {
            return new Rejection("Campaigns.NameMissing", AudienceList.LongestName) { Field = "name" };
        }

        if (!KeyForm().IsMatch(key))
        {
            return new Rejection("Campaigns.KeyMalformed") { Field = "key" };
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        var list = new AudienceList { Key = key, Name = name.Trim(), CreatedAt = clock.UtcNow, CreatedBy = actor.Name };
        db.AudienceLists.Add(list);
        try
        {
            await db.SaveChangesAsync(ct);
            return list.Id;
        }
        catch (DbUpdateException e) when (sql.IsUniqueViolation(e))
        {
            return CampaignRejections.KeyTaken(key);
        }
    }

    /// <summary>Puts members on a list; who is on it stays. Told again it changes nothing.</summary>
    public async Task<Result<Outcome>> AddAsync(Actor actor, int listId, IEnumerable<string> lines, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        var named = lines.Select(l => l.Trim()).Where(l => l.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostLines + 1).ToList();
        if (named.Count is 0 or > MostLines)
        {
            return new Rejection("Campaigns.LinesMissing", MostLines) { Field = "lines" };
        }

        var country = PhoneNumber.CountryOf((await timelines.GetAsync(ct)).InForceAt(clock.UtcNow).Conditions.Currency);
        var (found, unknown) = (new HashSet<long>(), new List<string>());
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var batch in named.Chunk(Batch))
        {
            await ResolveAsync(db, batch, country, found, unknown, ct);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.AudienceLists.Where(l => l.Id == listId).ExecuteUpdateAsync(l => l.SetProperty(x => x.Revision, x => x.Revision + 1), ct) == 0)
        {
            return new Rejection("Campaigns.ListUnknown");
        }

        var present = (await db.AudienceListMembers.Where(m => m.ListId == listId).Select(m => m.MemberId).ToListAsync(ct)).ToHashSet();
        var fresh = found.Where(m => !present.Contains(m)).ToList();
        await sql.InsertAsync(db, [.. fresh.Select(m => new AudienceListMember { ListId = listId, MemberId = m })], ct);
        await db.AudienceLists.Where(l => l.Id == listId).ExecuteUpdateAsync(l => l.SetProperty(x => x.Members, present.Count + fresh.Count), ct);
        await transaction.CommitAsync(ct);
        return new Outcome(fresh.Count, found.Count - fresh.Count, unknown);
    }

    /// <summary>Takes everybody off a list.</summary>
    public async Task<Rejection?> ClearAsync(Actor actor, int listId, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.AudienceListMembers.Where(m => m.ListId == listId).ExecuteDeleteAsync(ct);
        var known = await db.AudienceLists.Where(l => l.Id == listId).ExecuteUpdateAsync(l => l.SetProperty(x => x.Members, 0).SetProperty(x => x.Revision, x => x.Revision + 1), ct);
        await transaction.CommitAsync(ct);
        return known == 0 ? new Rejection("Campaigns.ListUnknown") : null;
    }

    /// <summary>Most lists name members by one kind of key: each kind is asked for the whole batch at once.</summary>
    private static async Task ResolveAsync(LoyaltyDbContext db, string[] lines, string country, HashSet<long> found, List<string> unknown, CancellationToken ct)
    {
        var left = lines.ToList();
        foreach (var kind in Kinds)
        {
            var keys = left.Select(line => (Line: line, Key: MemberKeyRule.Of(kind, line, country))).Where(k => k.Key.Rejection is null).Select(k => (k.Line, Key: k.Key.Value)).ToList();
            if (keys.Count == 0)
            {
                continue;
            }

            var known = new Dictionary<MemberKey, long>();
            await MemberKeys.ResolveAsync(db, kind, [.. keys.Select(k => k.Key.Value)], known, ct);
            foreach (var (line, key) in keys.Where(k => known.ContainsKey(k.Key)))
            {
                found.Add(known[key]);
                left.Remove(line);
            }
        }

        unknown.AddRange(left);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex KeyForm();
}
