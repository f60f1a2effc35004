using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Programs;

public class ConditionsDifferenceTests
{
    [Fact]
    public void Equal_conditions_do_not_differ() =>
        Assert.Empty(ConditionsDifference.Between(
            new ProgramConditions(), new ProgramConditions { Accrual = new AccrualConditions { Percent = 5.00m } }));

    [Fact]
    public void Each_changed_setting_is_named_with_its_values_before_and_after()
    {
        var after = new ProgramConditions
        {
            Accrual = new AccrualConditions
            {
                Mode = AccrualMode.Steps,
                Percent = 7.5m,
                StepAmount = Money.Of(50),
                OnTax = false,
                Excluded = new GoodsSet { Categories = ["beer", "tobacco"] },
                CapPerLine = 100,
            },
            Expiry = new ExpiryConditions { Term = 6 },
            Unit = new PointsUnit { English = new CountedWord("mile", "miles", "miles") },
            Currency = "KZT",
        };

        Assert.Equal(
            [
                new("Accrual.Mode", "Percent", "Steps"),
                new("Accrual.Percent", "5", "7.5"),
                new("Accrual.StepAmount", "100.00", "50.00"),
                new("Accrual.OnTax", "true", "false"),
                new("Accrual.Excluded.Categories", "", "beer, tobacco"),
                new("Accrual.CapPerLine", null, "100"),
                new("Expiry.Term", "12", "6"),
                new("Unit.English.One", "point", "mile"),
                new("Unit.English.Few", "points", "miles"),
                new("Unit.English.Many", "points", "miles"),
                new("Currency", "RUB", "KZT"),
            ],
            ConditionsDifference.Between(new ProgramConditions(), after));
    }

    [Fact]
    public void A_setting_that_was_taken_away_has_no_value_after()
    {
        var before = new ProgramConditions { Redemption = new RedemptionConditions { MaximumPointsPerReceipt = 500 } };

        Assert.Equal(
            [new ConditionChange("Redemption.MaximumPointsPerReceipt", "500", null)],
            ConditionsDifference.Between(before, new ProgramConditions()));
    }
}
