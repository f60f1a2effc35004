using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

public class CreditsTests
{
    [Fact]
    public void A_receipt_brings_one_lot_of_the_main_scheme_with_its_version_and_life()
    {
        var credit = Credit(new ProgramConditions());

        Assert.Equal((50, "main", 7, BudgetBlock.Main), (credit.Points.Value, credit.RuleKey, credit.RuleVersion, credit.Block));
        Assert.Equal(Noon, credit.ActivatesAt);
        Assert.Equal(new DateTime(2027, 3, 10, 21, 0, 0, DateTimeKind.Utc), credit.ExpiresAt);
        Assert.False(credit.FollowsActivity);
    }

    [Fact]
    public void R5_a_lot_is_pending_until_its_day()
    {
        var conditions = new ProgramConditions { Activation = new ActivationConditions { Mode = ActivationMode.AfterDays, Days = 14 } };

        Assert.Equal(new DateTime(2026, 3, 23, 21, 0, 0, DateTimeKind.Utc), Credit(conditions).ActivatesAt);
    }

    [Fact]
    public void R6_lots_that_follow_activity_are_marked()
    {
        var conditions = new ProgramConditions { Expiry = new ExpiryConditions { Model = ExpiryModel.FromLastActivity } };

        Assert.True(Credit(conditions).FollowsActivity);
    }

    [Fact]
    public void R6_the_anniversary_is_that_of_the_member()
    {
        var conditions = new ProgramConditions { Expiry = new ExpiryConditions { Model = ExpiryModel.MemberAnniversary } };

        Assert.Equal(new DateTime(2028, 2, 29, 21, 0, 0, DateTimeKind.Utc), Credit(conditions).ExpiresAt);
    }

    private static CreditDecision Credit(ProgramConditions conditions) =>
        Assert.Single(Receipt(Line(1, 1000)).Decide(conditions).Credits);
}
