using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Ledger;

public sealed class LedgerJobsTests
{
    private static readonly Actor Job = Actor.System("test");

    [Fact]
    public async Task Points_past_their_time_expire_once_on_their_last_day()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 50);
        await till.MemberAsync("boris", points: 70);
        till.Clock.Advance(TimeSpan.FromDays(366));

        var first = await till.Database.Get<ExpirePoints>().ExecuteAsync(Job, default);
        var again = await till.Database.Get<ExpirePoints>().ExecuteAsync(Job, default);

        Assert.Equal((2, 120), (first.Accounts, first.Expired.Value));
        Assert.Equal((0, 0), (again.Accounts, again.Expired.Value));
        Assert.Equal(0, (await till.AccountAsync("anna")).Available.Value);
        var expiry = Assert.Single(await till.EntriesAsync("anna"), e => e.Kind == EntryKind.Expiry);
        Assert.Equal(new DateOnly(2027, 3, 10), expiry.Day);
        await using var db = till.Database.CreateDbContext();
        Assert.Equal(120, await db.DailyPoints.Where(d => d.Kind == EntryKind.Expiry).SumAsync(d => d.Points));
    }

    [Fact]
    public async Task R5_pending_points_become_available_when_their_waiting_is_over()
    {
        using var till = await Till.OpenAsync(new ProgramConditions
        {
            Activation = new ActivationConditions { Mode = ActivationMode.AfterDays, Days = 14 },
        });
        await till.MemberAsync("anna", points: 50);
        Assert.Equal((0, 50), await BalanceAsync(till));
        till.Clock.Advance(TimeSpan.FromDays(15));

        Assert.Equal(1, await till.Database.Get<ActivatePoints>().ExecuteAsync(Job, default));

        Assert.Equal((50, 0), await BalanceAsync(till));
        Assert.Equal(0, await till.Database.Get<ActivatePoints>().ExecuteAsync(Job, default));
    }

    [Fact]
    public async Task The_proof_balances_after_sales_returns_corrections_and_expiry_and_finds_a_tampered_lot()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        await till.PostAsync(till.Sale("r1", "anna", 334m, redeem: 100));
        await till.PostAsync(till.Return("x1", "r1", 1));
        await till.PostAsync(till.Sale("r2", "anna", 1000m));
        till.Clock.Advance(TimeSpan.FromDays(370));
        await till.Database.Get<ExpirePoints>().ExecuteAsync(Job, default);

        var proof = await till.Database.Get<LedgerProof>().ExecuteAsync(Job, default);

        Assert.True(proof.Balanced);
        Assert.Equal(new LedgerTotals(100 + 11 + 50, 0, 0, 150, 11), proof.Totals);

        await using (var db = till.Database.CreateDbContext())
        {
            var first = await db.Lots.MinAsync(l => l.Id);
            await db.Lots.Where(l => l.Id == first).ExecuteUpdateAsync(set => set.SetProperty(l => l.Remaining.Value, 7));
        }

        var tampered = await till.Database.Get<LedgerProof>().ExecuteAsync(Job, default);
        Assert.False(tampered.Balanced);
        Assert.Equal([(await till.AccountAsync("anna")).Id], tampered.Unbalanced);
    }

    [Fact]
    public async Task Balances_of_an_earlier_system_open_once()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");
        OpenBalances.Opening[] openings =
        [
            new("f:1", "anna", 200, null, null),
            new("f:2", "anna", 30, null, till.Clock.UtcNow.AddDays(10)),
            new("f:3", "nobody", 30, null, null),
        ];

        var first = await till.Database.Get<OpenBalances>().ExecuteAsync(Job, openings, null, default);
        var again = await till.Database.Get<OpenBalances>().ExecuteAsync(Job, openings, null, default);

        Assert.Equal([false, false, false], first.Select(o => o.Replayed));
        Assert.Equal("Members.Unknown", first[2].Rejection?.Code);
        Assert.Equal([true, true, false], again.Select(o => o.Replayed));
        Assert.Equal(230, (await till.AccountAsync("anna")).Available.Value);
    }

    private static async Task<(long, long)> BalanceAsync(Till till)
    {
        var account = await till.AccountAsync("anna");
        return (account.Available.Value, account.Pending.Value);
    }
}
