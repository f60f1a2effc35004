using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Programs.Example;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>A purchase of a round sum, decided by the engine that decides real ones, in sentences.</summary>
public sealed class TermsExample(IStringLocalizer<TermsText> text, IStringLocalizer<ProgramsText> programs)
{
    private const decimal UsualSum = 1_000m;
    private const decimal Plenty = 1_000_000m;

    /// <summary>What the purchase brings, what points can pay of it and what it costs; nothing for conditions that cannot be published.</summary>
    public IEnumerable<string> Sentences(TermsScope scope)
    {
        var conditions = scope.Conditions;
        if (ConditionsValidation.Check(conditions, scope.PointDecimals).Count > 0)
        {
            yield break;
        }

        var sum = Math.Max(UsualSum, Math.Max(conditions.Accrual.Mode == AccrualMode.Steps ? conditions.Accrual.StepAmount.Amount : 0m, conditions.Accrual.MinimumBase?.Amount ?? 0m));
        var plain = Decide(scope, sum, balance: 0m);
        if (plain is null)
        {
            yield break;
        }

        var say = new Wording(programs, conditions);
        if (!plain.Decision.Discount.IsZero)
        {
            yield return text["Example.Discount", say.Money(sum), say.Money(plain.Decision.Net)];
        }

        if (Points(plain.Decision.Accrued.Value, scope) is > 0 and var earned)
        {
            yield return text["Example.Earned", say.Money(sum), say.Points(earned)];
        }

        if (conditions.Redemption.Allowed && Decide(scope, sum, Plenty) is { } rich && Points(rich.Decision.MaximumRedeemable.Value, scope) is > 0 and var most)
        {
            yield return text["Example.Spent", say.Money(sum), say.Points(most), say.Money(rich.MostWorth)];
        }
    }

    private static ExampleResult? Decide(TermsScope scope, decimal sum, decimal balance)
    {
        var sale = new ExampleSale { Balance = balance, Lines = [new ExampleLine { Name = "-", Price = sum }] };
        return sale.Decide(scope.Conditions, scope.PointDecimals, number: 1, scope.At).Accepted(out var result, out _) ? result : null;
    }

    private static decimal Points(long parts, TermsScope scope) => parts / (scope.PointDecimals switch { 0 => 1m, 1 => 10m, _ => 100m });
}
