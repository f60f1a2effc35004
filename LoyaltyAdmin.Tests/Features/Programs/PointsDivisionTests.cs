using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Programs;

/// <summary>Points are divided anew only while there are none, whoever decides about points at that moment.</summary>
public sealed class PointsDivisionTests : ProgramsTest
{
    private static readonly Actor Clerk = Actor.System("test");

    [Fact]
    public async Task A_receipt_decided_by_the_division_of_before_is_decided_anew()
    {
        await Till.MemberAsync("anna");
        await DivideOnAnotherNodeAsync(2);

        await Till.PostAsync(Till.Sale("r1", "anna", 1000m));

        Assert.Equal(50_00, (await Till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task Points_to_be_spent_that_were_read_by_the_division_of_before_are_the_same_points_after_it()
    {
        await Till.MemberAsync("anna");
        var sale = Till.Sale("r2", "anna", 1000m, redeem: 20) with { PointDecimals = 0 };
        await DivideOnAnotherNodeAsync(2);
        await Till.PostAsync(Till.Sale("r1", "anna", 1000m));

        var posted = await Till.PostAsync(sale);

        Assert.Equal(20_00, posted.Receipt!.RedeemedPoints.Value);
    }

    [Fact]
    public async Task So_are_points_to_be_held()
    {
        await Till.MemberAsync("anna");
        var sale = Till.Sale("r2", "anna", 1000m, redeem: 20);
        var hold = new HoldPosting
        {
            Key = sale.Key,
            PayloadHash = sale.PayloadHash,
            Member = sale.Member,
            Source = sale.Source,
            Draft = sale.Draft,
            PointDecimals = 0,
            TimeToLive = TimeSpan.FromMinutes(5),
        };
        await DivideOnAnotherNodeAsync(2);
        await Till.PostAsync(Till.Sale("r1", "anna", 1000m));

        Assert.Equal(20_00, (await Till.PostAsync(hold)).Hold!.Points.Value);
    }

    [Fact]
    public async Task A_correction_decided_by_the_division_of_before_is_decided_anew()
    {
        await Till.MemberAsync("anna");
        var account = await Till.AccountAsync("anna");
        await DivideOnAnotherNodeAsync(2);

        var corrected = await Till.Database.Get<CorrectPoints>().ExecuteAsync(Clerk, account.MemberId, add: true, 7m, "An apology", "op-1", default);

        Assert.Equal(7_00, corrected.Value.Available.Value);
    }

    [Fact]
    public async Task A_correction_finer_than_points_have_become_is_refused()
    {
        await PublishAsync((await EditAsync(null, Divided(2))).Value);
        await Till.MemberAsync("anna");
        var account = await Till.AccountAsync("anna");
        await DivideOnAnotherNodeAsync(0);

        var corrected = await Till.Database.Get<CorrectPoints>().ExecuteAsync(Clerk, account.MemberId, add: true, 7.25m, "An apology", "op-1", default);

        Assert.Equal("Ledger.PointsNotPositive", corrected.Rejection?.Code);
        Assert.Equal(0, (await Till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task A_balance_opened_by_the_division_of_before_is_opened_by_that_of_after()
    {
        await Till.MemberAsync("anna");
        await DivideOnAnotherNodeAsync(2);

        await Till.Database.Get<OpenBalances>().ExecuteAsync(Clerk, [new OpenBalances.Opening("f:1", "anna", 12m, null, null)], null, default);

        Assert.Equal(12_00, (await Till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task Of_receipts_and_a_new_division_at_once_no_point_is_counted_in_the_parts_of_before()
    {
        for (var round = 0; round < 6; round++)
        {
            using var till = await Till.OpenAsync();
            await till.MemberAsync("anna");
            var draft = (await till.Database.Get<EditDraft>().ExecuteAsync(Marketer, null, Divided(2), default)).Value;
            var node = AnotherNode(till);

            var publication = Task.Run(() => node.ExecuteAsync(Marketer, draft, null, "spring", default));
            var receipts = Enumerable.Range(0, 6).Select(i => Task.Run(() => till.PostAsync(till.Sale($"r{i}", "anna", 1000m))));
            await Task.WhenAll([publication, .. receipts]);

            var refused = (await publication).Rejection?.Code;
            Assert.Contains(refused, (string?[])[null, "Programs.DecimalsFixed"]);
            Assert.Equal(6 * 50 * (refused is null ? 100 : 1), (await till.AccountAsync("anna")).Available.Value);
        }
    }

    private static ProgramConditions Divided(int decimals) => new() { Unit = new PointsUnit { Decimals = decimals } };

    /// <summary>Another node tells this one nothing: what is in memory here stays there.</summary>
    private static PublishDraft AnotherNode(Till till)
    {
        var timelines = till.Database.Make<ProgramTimelines>();
        return till.Database.Make<PublishDraft>(timelines, till.Database.Make<PointsDivision>(timelines));
    }

    private async Task DivideOnAnotherNodeAsync(int decimals)
    {
        _ = await Till.Database.Get<ProgramTimelines>().GetAsync(default);
        var draft = (await EditAsync(null, Divided(decimals))).Value;
        Assert.Null((await AnotherNode(Till).ExecuteAsync(Marketer, draft, null, "spring", default)).Rejection);
    }
}
