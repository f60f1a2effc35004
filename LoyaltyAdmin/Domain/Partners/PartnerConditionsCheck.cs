using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Partners;

/// <summary>Whether terms make sense.</summary>
public static class PartnerConditionsCheck
{
    private const decimal HighestPrice = 1_000_000m;

    /// <summary>Everything that is wrong, each with its field.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="pointDecimals">Decimals of a point.</param>
    public static IReadOnlyList<Rejection> Of(PartnerConditions terms, int pointDecimals)
    {
        var wrong = new List<Rejection>();
        Share(nameof(terms.Percent), terms.Percent, terms.Accrual == PartnerAccrual.Percent);
        Share(nameof(terms.MaximumSharePercent), terms.MaximumSharePercent ?? 0m, terms.Spending);
        Share(nameof(terms.BillingPercent), terms.BillingPercent, true);
        Share(nameof(terms.FeePercent), terms.FeePercent, true);
        Price(nameof(terms.IssuePrice), terms.IssuePrice);
        Price(nameof(terms.RedeemPrice), terms.RedeemPrice);
        if (terms.Accrual == PartnerAccrual.Steps)
        {
            Require(nameof(terms.StepAmount), !terms.StepAmount.IsZero, "Partners.StepInvalid");
            Require(
                nameof(terms.StepPoints),
                terms.StepPoints is > 0 and <= HighestPrice && decimal.Round(terms.StepPoints, pointDecimals) == terms.StepPoints,
                "Partners.StepPointsInvalid", pointDecimals);
        }

        return wrong;

        void Share(string field, decimal value, bool counts) => Require(field, !counts || (value is >= 0m and <= 100m && decimal.Round(value, 2) == value), "Partners.ShareInvalid");

        void Price(string field, decimal value) => Require(field, value is >= 0m and <= HighestPrice && decimal.Round(value, 4) == value, "Partners.PriceInvalid");

        void Require(string field, bool holds, string code, params object[] arguments)
        {
            if (!holds)
            {
                wrong.Add(new Rejection(code, arguments) { Field = field });
            }
        }
    }
}
