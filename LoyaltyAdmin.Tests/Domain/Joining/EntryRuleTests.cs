using LoyaltyAdmin.Domain.Joining;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Joining;

/// <summary>R16: price of entry and what must be known to spend.</summary>
public sealed class EntryRuleTests
{
    [Theory]
    [InlineData(EntryPrice.Free, null, true)]
    [InlineData(EntryPrice.AnyPurchase, null, false)]
    [InlineData(EntryPrice.AnyPurchase, 0.0, false)]
    [InlineData(EntryPrice.AnyPurchase, 0.01, true)]
    [InlineData(EntryPrice.Receipt, 999.99, false)]
    [InlineData(EntryPrice.Receipt, 1000.0, true)]
    public void A_member_is_in_once_the_price_is_paid(EntryPrice price, double? largest, bool isIn) =>
        Assert.Equal(isIn, EntryRule.IsIn(
            new JoiningConditions { Price = price, LeastReceipt = Money.Of(1000) },
            new MemberEntry(DateTime.UnixEpoch, largest is { } sum ? Money.Of((decimal)sum) : null, false, false)));

    [Theory]
    [InlineData(SpendingNeeds.Nothing, false, false, true)]
    [InlineData(SpendingNeeds.Contact, false, true, false)]
    [InlineData(SpendingNeeds.Contact, true, false, true)]
    [InlineData(SpendingNeeds.ContactAndName, true, false, false)]
    [InlineData(SpendingNeeds.ContactAndName, true, true, true)]
    public void Points_pay_once_enough_is_known(SpendingNeeds needs, bool contact, bool name, bool may) =>
        Assert.Equal(may, EntryRule.MaySpend(new JoiningConditions { ToSpend = needs }, new MemberEntry(DateTime.UnixEpoch, null, contact, name)));
}
