using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Programs;

public class ConditionsValidationTests
{
    public static TheoryData<ProgramConditions, string, string> Wrong => new()
    {
        { Accrual(a => a with { Percent = -1 }), "Accrual.Percent", ProgramCodes.AccrualPercentRange },
        { Accrual(a => a with { Percent = 100.5m }), "Accrual.Percent", ProgramCodes.AccrualPercentRange },
        { Accrual(a => a with { Percent = 1.23456m }), "Accrual.Percent", ProgramCodes.PercentTooFine },
        { Steps(a => a with { StepAmount = Money.Zero }), "Accrual.StepAmount", ProgramCodes.AccrualStepZero },
        { Steps(a => a with { StepPoints = 0 }), "Accrual.StepPoints", ProgramCodes.StepPointsRange },
        { Steps(a => a with { StepPoints = 0.25m }), "Accrual.StepPoints", ProgramCodes.PointsTooFine },
        { Accrual(a => a with { Mode = (AccrualMode)9 }), "Accrual.Mode", ProgramCodes.UnknownChoice },
        { Accrual(a => a with { CapPerLine = 0 }), "Accrual.CapPerLine", ProgramCodes.CapNotPositive },
        { Accrual(a => a with { CapPerReceipt = -5 }), "Accrual.CapPerReceipt", ProgramCodes.CapNotPositive },
        { Accrual(a => a with { CapPerMemberPerDay = 1.55m }), "Accrual.CapPerMemberPerDay", ProgramCodes.PointsTooFine },
        { Accrual(a => a with { CapPerMemberPerMonth = 0 }), "Accrual.CapPerMemberPerMonth", ProgramCodes.CapNotPositive },
        { Accrual(a => a with { Excluded = Categories("beer", " ") }), "Accrual.Excluded", ProgramCodes.BlankGood },
        { Activation(ActivationMode.AfterDays, 0), "Activation.Days", ProgramCodes.ActivationDaysRange },
        { Redemption(r => r with { PointValue = 0, Allowed = false }), "Redemption.PointValue", ProgramCodes.PointValueRange },
        { Redemption(r => r with { PointValue = 0.1234567m }), "Redemption.PointValue", ProgramCodes.PointValueTooFine },
        { Redemption(r => r with { MaximumSharePercent = 0 }), "Redemption.MaximumSharePercent", ProgramCodes.ShareZero },
        { Redemption(r => r with { MaximumSharePercent = 101 }), "Redemption.MaximumSharePercent", ProgramCodes.ShareRange },
        { Redemption(r => r with { MinimumPoints = -1 }), "Redemption.MinimumPoints", ProgramCodes.MinimumNegative },
        { Redemption(r => r with { Step = -1 }), "Redemption.Step", ProgramCodes.StepNegative },
        { Redemption(r => r with { Step = 0.05m }), "Redemption.Step", ProgramCodes.PointsTooFine },
        { Maximum(50, minimum: 100, step: 0), "Redemption.MaximumPointsPerReceipt", ProgramCodes.MaximumBelowMinimum },
        { Maximum(50, minimum: 0, step: 100), "Redemption.MaximumPointsPerReceipt", ProgramCodes.MaximumBelowStep },
        { Expiry(e => e with { Term = 0 }), "Expiry.Term", ProgramCodes.TermRange },
        { Expiry(e => e with { Term = 101, Unit = TermUnit.Years }), "Expiry.Term", ProgramCodes.TermRange },
        { Day(month: 13, day: 1), "Expiry.CalendarMonth", ProgramCodes.CalendarMonthRange },
        { Day(month: 1, day: 32), "Expiry.CalendarDayOfMonth", ProgramCodes.CalendarDayRange },
        { Waiting(ActivationMode.AfterDays, 15, lifeDays: 14), "Expiry.Term", ProgramCodes.ExpiryBeforeActivation },
        { Waiting(ActivationMode.EndOfMonth, 0, lifeDays: 30), "Expiry.Term", ProgramCodes.ExpiryBeforeActivation },
        { new() { Returns = new ReturnConditions { GraceDays = 0 } }, "Returns.GraceDays", ProgramCodes.GraceDaysRange },
        { new() { Unit = new PointsUnit { Russian = new CountedWord("миля", "", "миль") } }, "Unit.Russian.Few", ProgramCodes.UnitWordMissing },
        { new() { TimeZone = "Europe/Atlantis" }, "TimeZone", ProgramCodes.UnknownTimeZone },
        { new() { TimeZone = "" }, "TimeZone", ProgramCodes.UnknownTimeZone },
        { new() { Currency = "RUR" }, "Currency", ProgramCodes.UnknownCurrency },
        { new() { Currency = "rub" }, "Currency", ProgramCodes.UnknownCurrency },
        { new() { Currency = "KWD" }, "Currency", ProgramCodes.CurrencyTooFine },
    };

    public static TheoryData<ProgramConditions> Right =>
    [
        new ProgramConditions(),
        Accrual(a => a with { Percent = 0 }),
        Accrual(a => a with { StepAmount = Money.Zero, StepPoints = 0 }),
        Steps(a => a with { StepPoints = 0.5m }),
        Redemption(r => r with { Allowed = false, MaximumSharePercent = 0, MinimumPoints = -1 }),
        Maximum(100, minimum: 100, step: 100),
        Expiry(e => e with { Model = ExpiryModel.Never, Term = -3 }),
        Waiting(ActivationMode.AfterDays, 14, lifeDays: 14),
        Expiry(e => e with { Model = ExpiryModel.MemberAnniversary, Term = 0 }),
        new ProgramConditions { Currency = "KZT", TimeZone = "Asia/Almaty" },
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named_and_explained(ProgramConditions conditions, string field, string code)
    {
        var rejection = Assert.Single(ConditionsValidation.Check(conditions, pointDecimals: 1));

        Assert.Equal((field, code), (rejection.Field, rejection.Code));
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void Conditions_that_make_sense_can_be_published(ProgramConditions conditions) =>
        Assert.Empty(ConditionsValidation.Check(conditions, pointDecimals: 1));

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var conditions = new ProgramConditions { Currency = "???", TimeZone = "???", Expiry = new ExpiryConditions { Term = -1 } };

        Assert.Equal(["Expiry.Term", "TimeZone", "Currency"], ConditionsValidation.Check(conditions, 0).Select(r => r.Field));
    }

    [Fact]
    public void Each_field_is_a_setting_that_exists()
    {
        foreach (var path in Wrong.Select(row => (string)row[1]))
        {
            var type = typeof(ProgramConditions);
            foreach (var name in path.Split('.'))
            {
                type = type.GetProperty(name)?.PropertyType ?? throw new Xunit.Sdk.XunitException($"There is no {path}.");
            }
        }
    }

    private static ProgramConditions Steps(Func<AccrualConditions, AccrualConditions> change) =>
        Accrual(a => change(a with { Mode = AccrualMode.Steps }));

    private static ProgramConditions Expiry(Func<ExpiryConditions, ExpiryConditions> change) =>
        new() { Expiry = change(new ExpiryConditions()) };

    private static ProgramConditions Day(int month, int day) => Expiry(e => e with
    {
        Model = ExpiryModel.CalendarDay,
        CalendarMonth = month,
        CalendarDayOfMonth = day,
    });

    private static ProgramConditions Activation(ActivationMode mode, int days) =>
        new() { Activation = new ActivationConditions { Mode = mode, Days = days } };

    private static ProgramConditions Waiting(ActivationMode mode, int days, int lifeDays) => Activation(mode, days) with
    {
        Expiry = new ExpiryConditions { Term = lifeDays, Unit = TermUnit.Days },
    };

    private static ProgramConditions Maximum(decimal most, decimal minimum, decimal step) =>
        Redemption(r => r with { MaximumPointsPerReceipt = most, MinimumPoints = minimum, Step = step });
}
