using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Referrals;

/// <summary>A shop that rewards bringing friends: 300 for who brings, 200 for the friend, from 1,000 on, after 14 days.</summary>
internal sealed class ReferralShop : IDisposable
{
    public static readonly Actor Clerk = new("clerk@example.com", Roles.PermissionsOf(Roles.Operator));
    public static readonly ReferralConditions Terms = new() { Enabled = true, ReferrerPoints = 300, FriendPoints = 200, MinimumPurchase = Money.Of(1000), DaysToWait = 14 };

    private ReferralShop(Till till) => Till = till;

    public Till Till { get; }

    public static async Task<ReferralShop> OpenAsync(Func<ReferralConditions, ReferralConditions>? change = null) =>
        new(await Till.OpenAsync(new ProgramConditions { Referral = change?.Invoke(Terms) ?? Terms, Accrual = new() { Percent = 0 } }));

    public async Task<long> MemberAsync(string name, string? phone = null, string? email = null) =>
        (await Till.Database.Get<RegisterMember>().ExecuteAsync(
            Clerk, new MemberRegistration { Profile = new MemberProfile { ExternalId = name, FirstName = name, Phone = phone, Email = email } }, default)).Value.MemberId;

    public async Task<string> CodeAsync(long member) => (await Till.Database.Get<ReferralCodes>().EnsureAsync(Clerk, member, default))!;

    public Task<Result<UseReferralCode.Used>> UseAsync(long friend, string code, MemberMarks.Said? said = null) =>
        Till.Database.Get<UseReferralCode>().ExecuteAsync(Clerk, friend, code, said, default);

    /// <summary>A friend who came by a code.</summary>
    public async Task<long> FriendAsync(string name, string code)
    {
        var friend = await MemberAsync(name);
        Assert.Null((await UseAsync(friend, code)).Rejection);
        return friend;
    }

    public Task<SettleReferrals.Outcome> SettleAsync() => Till.Database.Get<SettleReferrals>().ExecuteAsync(Actor.System("test"), null, default);

    public async Task BuyAsync(string name, decimal sum, string? key = null) => Assert.NotNull((await Till.PostAsync(Till.Sale(key ?? $"first-{name}", name, sum))).Receipt);

    public void Wait(int days) => Till.Clock.Advance(TimeSpan.FromDays(days));

    public async Task<Referral> ReferralAsync(long friend)
    {
        await using var db = Till.Database.CreateDbContext();
        return await db.Referrals.AsNoTracking().Where(r => r.FriendId == friend).OrderByDescending(r => r.Id).FirstAsync();
    }

    public async Task<long> PointsAsync(string name) => (await Till.AccountAsync(name)).Available.Value;

    public void Dispose() => Till.Dispose();
}
