using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Receipts;

public sealed class ActivateReceiptTests
{
    private static readonly Actor Shop = Actor.System("shop");

    [Fact]
    public async Task R5_points_that_wait_for_an_event_become_spendable_with_it_and_once()
    {
        using var till = await Till.OpenAsync(new ProgramConditions { Activation = new ActivationConditions { Mode = ActivationMode.OnEvent } });
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 1000m));
        till.Clock.Advance(TimeSpan.FromDays(3));

        var first = await till.Database.Get<ActivateReceipt>().ExecuteAsync(Shop, "r1", default);
        var again = await till.Database.Get<ActivateReceipt>().ExecuteAsync(Shop, "r1", default);

        Assert.Equal((50, 50), (first.Value.Points.Value, first.Value.Available.Value));
        Assert.Equal((0, 50), (again.Value.Points.Value, again.Value.Available.Value));
        var account = await till.AccountAsync("anna");
        Assert.Equal((50, 0), (account.Available.Value, account.Pending.Value));
    }

    [Fact]
    public async Task An_event_of_an_unknown_receipt_is_refused()
    {
        using var till = await Till.OpenAsync();

        var result = await till.Database.Get<ActivateReceipt>().ExecuteAsync(Shop, "none", default);

        Assert.Equal("Receipts.ReceiptUnknown", result.Rejection?.Code);
    }
}
