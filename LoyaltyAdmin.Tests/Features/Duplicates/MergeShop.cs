using System.Globalization;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Duplicates;

/// <summary>A shop at whose till members of all kinds buy, and in whose office they are merged and parted.</summary>
internal sealed class MergeShop : IDisposable
{
    public static readonly Actor Clerk = new("clerk@example.com", Roles.PermissionsOf(Roles.Operator));
    private static readonly string[] Ours = ["MemberMerges", "AuditEntries", "IdSequences", "MemberTraits"];

    private MergeShop(Till till) => Till = till;

    public Till Till { get; }

    public TestDatabase Database => Till.Database;

    public static async Task<MergeShop> OpenAsync(ProgramConditions? conditions = null) => new(await Till.OpenAsync(conditions));

    /// <summary>Registers a member with all names and a balance.</summary>
    public async Task<long> MemberAsync(string name, long points = 0, string? card = null, string? phone = null, string? email = null, string? lastName = null)
    {
        var registered = await Database.Get<RegisterMember>().ExecuteAsync(
            Clerk,
            new MemberRegistration { Profile = new MemberProfile { ExternalId = name, FirstName = name, LastName = lastName, Phone = phone, Email = email }, Card = card },
            default);
        if (points > 0)
        {
            await Till.PostAsync(Till.Sale($"join-{name}", name, points * 20m));
        }

        return registered.Value.MemberId;
    }

    public async Task<Result<MergeMembers.Merged>> MergeAsync(long source, long target, params MergeField[] taken)
    {
        await using var db = Database.CreateDbContext();
        var versions = await db.Members.Where(m => m.Id == source || m.Id == target).ToDictionaryAsync(m => m.Id, m => m.Version);
        return await Make<MergeMembers>().ExecuteAsync(
            Clerk,
            new MergeMembers.Order
            {
                SourceId = source,
                TargetId = target,
                Versions = (versions.GetValueOrDefault(source), versions.GetValueOrDefault(target)),
                Taken = taken.ToHashSet(),
                Reason = "One person",
            },
            default);
    }

    public Task<Result<UnmergeMembers.Unmerged>> PartAsync(int mergeId) => Make<UnmergeMembers>().ExecuteAsync(Clerk, mergeId, "Two people", default);

    public T Make<T>() => Database.Make<T>(Database.Make<MergeTransaction>());

    /// <summary>A sale that names the member by any of its names.</summary>
    public Task<PostingResult> SellAsync(string key, MemberKey member, decimal sum, long redeem = 0) =>
        Till.PostAsync(Till.Sale(key, null, sum, redeem: redeem) with { Member = member, PayloadHash = $"{member}|{sum}|{redeem}" });

    public static MemberKey Card(string number) => new(MemberKeyKind.Card, number);

    public async Task<(long Available, long Debt, int Receipts)> AccountAsync(long member)
    {
        await using var db = Database.CreateDbContext();
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.MemberId == member);
        return (account.Available.Value, account.Debt.Value, account.Receipts);
    }

    /// <summary>The ledger balances on each account and in all, and the rollups say what the rows say.</summary>
    public async Task AssertSoundAsync()
    {
        var proof = await Database.Get<LedgerProof>().ExecuteAsync(Actor.System("test"), default);
        Assert.True(proof.Balanced, $"{proof.Totals}; accounts {string.Join(", ", proof.Unbalanced)}");
        Assert.Empty(await Database.Make<CheckRollups>().ExecuteAsync(default));
        await using var db = Database.CreateDbContext();
        Assert.Equal(
            proof.Totals.Remaining,
            await db.Accounts.SumAsync(a => a.Available.Value + a.Pending.Value + a.Held.Value));
    }

    /// <summary>Every row of every table as text, versions and what merges note apart.</summary>
    public async Task<SortedSet<string>> RowsAsync()
    {
        await using var db = Database.CreateDbContext();
        var rows = new SortedSet<string>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Except(Ours))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != "Version")
                    .Select(i => $"{reader.GetName(i)}={Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)}").ToList();
                if (table != "CohortMonths" || !cells.TrueForAll(c => c.StartsWith("Cohort=", StringComparison.Ordinal) || c.StartsWith("Month=", StringComparison.Ordinal) || c.EndsWith("=0", StringComparison.Ordinal)))
                {
                    rows.Add($"{table}: {string.Join(", ", cells)}");
                }
            }
        }

        return rows;
    }

    public void Dispose() => Till.Dispose();
}
