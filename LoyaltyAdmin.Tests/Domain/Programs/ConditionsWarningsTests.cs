using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Programs;

public class ConditionsWarningsTests
{
    public static TheoryData<ProgramConditions, string, string> Odd => new()
    {
        { Accrual(a => a with { Percent = 0 }), "Accrual.Percent", ProgramCodes.NothingEarned },
        { Accrual(a => a with { Percent = 51 }), "Accrual.Percent", ProgramCodes.GenerousAccrual },
        {
            Accrual(a => a with { Mode = AccrualMode.Steps, StepAmount = Money.Of(10), StepPoints = 6 }),
            "Accrual.StepPoints",
            ProgramCodes.GenerousAccrual
        },
        { Accrual(a => a with { CapPerLine = 10, CapPerReceipt = 5 }), "Accrual.CapPerLine", ProgramCodes.IdleCap },
        { Redemption(r => r with { MaximumSharePercent = 100 }), "Redemption.MaximumSharePercent", ProgramCodes.WholeSumByPoints },
        { Redemption(r => r with { MinimumPoints = 70, Step = 50 }), "Redemption.MinimumPoints", ProgramCodes.MinimumOffStep },
        { Redemption(r => r with { PointValue = 0.333m }), "Redemption.PointValue", ProgramCodes.PointPartOffMoney },
        {
            new() { Expiry = new ExpiryConditions { Model = ExpiryModel.CalendarDay, RoundUpTo = TermRounding.EndOfYear } },
            "Expiry.RoundUpTo",
            ProgramCodes.IdleTermRounding
        },
        { new() { Expiry = new ExpiryConditions { Term = 7, Unit = TermUnit.Days } }, "Expiry.Term", ProgramCodes.ShortLife },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void What_looks_like_a_mistake_is_pointed_out_but_not_refused(ProgramConditions conditions, string field, string code)
    {
        var warning = Assert.Single(ConditionsWarnings.Check(conditions, pointDecimals: 0));

        Assert.Equal((field, code), (warning.Field, warning.Code));
        Assert.Empty(ConditionsValidation.Check(conditions, pointDecimals: 0));
    }

    [Fact]
    public void The_conditions_of_a_new_program_raise_no_eyebrows() =>
        Assert.Empty(ConditionsWarnings.Check(new ProgramConditions(), pointDecimals: 0));
}
