using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Households;

/// <summary>A shop whose members join in households.</summary>
internal sealed class HouseholdShop : IDisposable
{
    public static readonly Actor Clerk = new("clerk@example.com", Roles.PermissionsOf(Roles.Operator));

    private HouseholdShop(Till till) => Till = till;

    public Till Till { get; }

    public static async Task<HouseholdShop> OpenAsync(ProgramConditions? conditions = null) => new(await Till.OpenAsync(conditions));

    public T Get<T>()
        where T : notnull => Till.Database.Get<T>();

    /// <summary>Registers a member with a name and a balance of an own purchase.</summary>
    public async Task<long> MemberAsync(string name, long points = 0, string? phone = null, string? lastName = null)
    {
        var registered = await Get<RegisterMember>().ExecuteAsync(
            Clerk, new MemberRegistration { Profile = new MemberProfile { ExternalId = name, FirstName = name, LastName = lastName, Phone = phone } }, default);
        if (points > 0)
        {
            await Till.PostAsync(Till.Sale($"join-{name}", name, points * 20m));
        }

        return registered.Value.MemberId;
    }

    /// <summary>Makes a household; the first is its head.</summary>
    public async Task<int> MakeAsync(params long[] members) => (await Get<MakeHousehold>().ExecuteAsync(Clerk, members[0], members[1..], default)).Value.HouseholdId;

    /// <summary>What is on the own accounts, in the order asked for.</summary>
    public async Task<IReadOnlyList<long>> OwnAsync(params string[] names)
    {
        var own = new List<long>();
        foreach (var name in names)
        {
            own.Add((await Till.AccountAsync(name)).Available.Value);
        }

        return own;
    }

    /// <summary>What a member can spend by the API and the pages.</summary>
    public async Task<long> AvailableAsync(long member) => (await Get<HouseholdQueries>().OfMemberAsync(member, default))!.AvailableTo(member).Value;

    /// <summary>The ledger balances on each account and in all, and the rollups say what the rows say.</summary>
    public async Task AssertSoundAsync()
    {
        var proof = await Get<LedgerProof>().ExecuteAsync(Actor.System("test"), default);
        Assert.True(proof.Balanced, $"{proof.Totals}; accounts {string.Join(", ", proof.Unbalanced)}");
        Assert.Empty(await Till.Database.Make<CheckRollups>().ExecuteAsync(default));
    }

    public void Dispose() => Till.Dispose();
}
