using System.Globalization;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Ledger;

public sealed class GrantRewardTests
{
    private const string Jobs = "system:test";

    [Fact]
    public async Task A_reward_is_a_lot_of_its_own_that_activates_and_expires_by_the_conditions_and_is_proven()
    {
        using var till = await Till.OpenAsync(new ProgramConditions
        {
            Activation = new() { Mode = ActivationMode.AfterDays, Days = 14 },
            Expiry = new() { Model = ExpiryModel.FromEarning, Unit = TermUnit.Months, Term = 6 },
        });
        await till.MemberAsync("anna");

        var granted = await GrantAsync(till, "anna", 300, "joining anna", RewardReason.Joining);

        Assert.True(granted is { Stands: true, Replayed: false });
        var account = await till.AccountAsync("anna");
        Assert.Equal((0, 300), (account.Available.Value, account.Pending.Value));
        await using var db = till.Database.CreateDbContext();
        var lot = await db.Lots.SingleAsync(l => l.AccountId == account.Id);
        var today = DateOnly.FromDateTime(till.Clock.UtcNow.AddHours(3));
        Assert.Equal("Reward.Joining", lot.RuleKey);
        Assert.Equal(today.AddDays(14), DateOnly.FromDateTime(lot.ActivatesAt.AddHours(3)));
        Assert.Equal(today.AddMonths(6).AddDays(1), DateOnly.FromDateTime(lot.ExpiresAt.AddHours(3)));
        var proof = await till.Database.Get<LedgerProof>().ExecuteAsync(Actor.System("test"), default);
        Assert.True(proof.Balanced);
        Assert.Equal(300, proof.Totals.Issued);
        Assert.Equal(300, (await db.DailyPoints.SingleAsync(p => p.Kind == EntryKind.Reward)).Points);
    }

    [Fact]
    public async Task The_same_reward_asked_for_twenty_times_in_parallel_is_given_once()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => GrantAsync(till, "anna", 100, "referral 1 friend"))));

        Assert.All(results, r => Assert.True(r.Stands));
        Assert.Single(results, r => !r.Replayed);
        Assert.Equal(100, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task The_same_key_twice_in_one_batch_is_given_once_and_the_callback_sees_what_became_of_each()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");
        await till.MemberAsync("boris");
        var (anna, boris) = ((await till.AccountAsync("anna")).MemberId, (await till.AccountAsync("boris")).MemberId);
        IReadOnlyList<GrantReward.Granted>? seen = null;

        await till.Database.Get<GrantReward>().ExecuteAsync(
            Jobs,
            [
                new("1", anna, 10, RewardReason.FriendBrought), new("1", anna, 10, RewardReason.FriendBrought),
                new("2", boris, 20, RewardReason.FriendWelcome), new("3", 4711, 20, RewardReason.FriendWelcome), new("4", boris, 0.5m, RewardReason.FriendWelcome),
            ],
            (_, results, _) =>
            {
                seen = results;
                return Task.CompletedTask;
            },
            default);

        Assert.Equal([null, null, null, "Members.Unknown", "Ledger.PointsNotPositive"], seen!.Select(r => r.Rejection?.Code));
        Assert.Equal([false, true, false, false, false], seen!.Select(r => r.Replayed));
        Assert.Equal((10, 20), ((await till.AccountAsync("anna")).Available.Value, (await till.AccountAsync("boris")).Available.Value));
    }

    [Fact]
    public async Task A_reward_repays_a_debt_first()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        await till.PostAsync(till.Sale("spend", "anna", 400, redeem: 100));
        await till.PostAsync(till.Return("back", "join-anna", 1));
        Assert.True((await till.AccountAsync("anna")).Debt.Value > 0);
        var before = await till.AccountAsync("anna");

        await GrantAsync(till, "anna", 150, "joining anna", RewardReason.Joining);

        var after = await till.AccountAsync("anna");
        Assert.Equal(0, after.Debt.Value);
        Assert.Equal(before.Available.Value + 150 - before.Debt.Value, after.Available.Value);
    }

    [Fact]
    public async Task A_blocked_member_is_given_nothing()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");
        await using (var db = till.Database.CreateDbContext())
        {
            await db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MemberStatus.Blocked));
        }

        Assert.Equal("Ledger.MemberBlocked", (await GrantAsync(till, "anna", 100, "referral 1 friend")).Rejection?.Code);
        Assert.Equal(0, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task A_reward_taken_back_by_many_at_once_goes_once_and_cannot_be_given_again_under_its_key()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 40);
        await GrantAsync(till, "anna", 100, "referral 1 friend");

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => TakeBackAsync(till, "referral 1 friend"))));

        Assert.Single(results, r => r is { Replayed: false, Taken.Value: 100 });
        Assert.Equal(40, (await till.AccountAsync("anna")).Available.Value);
        Assert.True((await GrantAsync(till, "anna", 100, "referral 1 friend")).Replayed);
        Assert.Equal(40, (await till.AccountAsync("anna")).Available.Value);
        Assert.True((await till.Database.Get<LedgerProof>().ExecuteAsync(Actor.System("test"), default)).Balanced);
    }

    [Theory]
    [InlineData(DeficitPolicy.Debt, 100)]
    [InlineData(DeficitPolicy.HoldBackFromRefund, 100)]
    [InlineData(DeficitPolicy.WriteOff, 0)]
    public async Task A_spent_reward_that_is_taken_back_is_owed_or_forgiven_once(DeficitPolicy policy, long debt)
    {
        using var till = await Till.OpenAsync(new ProgramConditions { Returns = new() { Deficit = policy }, Accrual = new() { Percent = 0 } });
        await till.MemberAsync("anna");
        await GrantAsync(till, "anna", 100, "referral 1 friend");
        await till.PostAsync(till.Sale("spend", "anna", 1000, redeem: 100));

        var first = await TakeBackAsync(till, "referral 1 friend");
        var again = await TakeBackAsync(till, "referral 1 friend");

        Assert.Equal((0, debt), (first.Taken.Value, first.Owed.Value));
        Assert.True(again.Replayed);
        Assert.Equal(debt, (await till.AccountAsync("anna")).Debt.Value);
    }

    [Fact]
    public async Task What_was_never_given_cannot_be_taken_back()
    {
        using var till = await Till.OpenAsync();

        Assert.Equal("Ledger.UnknownReward", (await till.Database.Get<TakeBackReward>().ExecuteAsync(Jobs, "nothing", null, default)).Rejection?.Code);
    }

    [Fact]
    public async Task Every_reason_has_words_in_both_languages()
    {
        using var till = await Till.OpenAsync();
        foreach (var culture in (string[])["en", "ru"])
        {
            using var _ = new UseCulture(culture);
            foreach (var reason in Enum.GetValues<RewardReason>())
            {
                Assert.DoesNotContain("Reward.", till.Database.Get<EntryWords>().Said(reason.CodeOf()), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Rewards_are_issued_points() =>
        Assert.Equal((5, 5), (PointMovement.Issued(EntryKind.Reward, 5), PointMovement.Outstanding(EntryKind.Reward, 5)));

    private static async Task<GrantReward.Granted> GrantAsync(
        Till till, string member, decimal points, string key, RewardReason reason = RewardReason.FriendBrought) =>
        await till.Database.Get<GrantReward>().ExecuteAsync(
            Jobs, new Reward(key, (await till.AccountAsync(member)).MemberId, points, reason), default);

    private static async Task<TakeBackReward.TakenBack> TakeBackAsync(Till till, string key) =>
        (await till.Database.Get<TakeBackReward>().ExecuteAsync(Jobs, key, null, default)).Value;
}
