using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Ledger;

public sealed class CorrectPointsTests
{
    private static readonly Actor Clerk = new("clerk@demo.local", new HashSet<Permission> { Permission.PointsCorrect });

    [Fact]
    public async Task A_correction_moves_points_and_leaves_who_when_and_why()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);

        var result = await CorrectAsync(till, add: false, 30, "Double scan at the till", "op-1");

        Assert.Equal(70, result.Value.Available.Value);
        await using var db = till.Database.CreateDbContext();
        var audit = await db.AuditEntries.SingleAsync(a => a.Subject == "Account");
        Assert.Equal(("clerk@demo.local", AuditAction.Changed, "Double scan at the till"), (audit.Author, audit.Action, audit.Reason));
        Assert.Equal(("{\"Available\":100}", "{\"Available\":70}"), (audit.Before, audit.After));
    }

    [Fact]
    public async Task The_same_operation_twenty_times_in_parallel_corrects_once()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => CorrectAsync(till, add: true, 500, "Apology", "op-1"))));

        Assert.Single(results, r => !r.Value.Replayed);
        Assert.Equal(500, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task The_daily_limit_holds_under_parallel_corrections()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");

        // 20,000 a day: of ten corrections of 3,000 six fit.
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => CorrectAsync(till, add: true, 3_000, "Apology", $"op-{i}"))));

        Assert.Equal(6, results.Count(r => r.Rejection is null));
        Assert.All(results.Where(r => r.Rejection is not null), r => Assert.Equal("Ledger.AboveDailyLimit", r.Rejection!.Code));
        Assert.Equal(18_000, (await till.AccountAsync("anna")).Available.Value);
    }

    [Theory]
    [InlineData(false, 101, "Mistake", "Ledger.NotEnough")]
    [InlineData(true, 5001, "Mistake", "Ledger.AboveCorrectionLimit")]
    [InlineData(true, 0, "Mistake", "Ledger.PointsNotPositive")]
    [InlineData(true, 0.5, "Mistake", "Ledger.PointsNotPositive")]
    [InlineData(true, 10, "  ", "Ledger.ReasonMissing")]
    public async Task A_correction_out_of_bounds_is_refused_and_changes_nothing(bool add, double points, string reason, string code)
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);

        var result = await CorrectAsync(till, add, (decimal)points, reason, "op-1");

        Assert.Equal(code, result.Rejection?.Code);
        Assert.Equal(100, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task Who_lacks_the_permission_corrects_nothing()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => till.Database.Get<CorrectPoints>()
            .ExecuteAsync(new Actor("guest", new HashSet<Permission>()), 1, true, 10, "Apology", "op", default));
    }

    private static async Task<Result<CorrectPoints.Corrected>> CorrectAsync(Till till, bool add, decimal points, string reason, string operation)
    {
        var account = await till.AccountAsync("anna");
        return await till.Database.Get<CorrectPoints>().ExecuteAsync(Clerk, account.MemberId, add, points, reason, operation, default);
    }
}
