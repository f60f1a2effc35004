using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>One purchase without and with the benefits, decided by the engine itself, and how many such purchases pay a fee back.</summary>
public sealed partial class BenefitExample
{
    private const decimal Largest = 1_000_000m;
    private decimal sum = 1_000m;

    [Inject] public required BusinessClock Clock { get; init; }

    /// <summary>The program's conditions in force.</summary>
    [Parameter, EditorRequired] public required ProgramConditions Conditions { get; set; }

    /// <summary>Decimals of a point.</summary>
    [Parameter] public int Decimals { get; set; }

    [Parameter, EditorRequired] public required Benefits Benefits { get; set; }

    /// <summary>What is paid for them in one period; null where nothing is.</summary>
    [Parameter] public Money? Fee { get; set; }

    /// <summary>The period, in words.</summary>
    [Parameter] public string Term { get; set; } = "";

    private (string Name, ReceiptDecision Decision)[] Rows => [(Text["ExampleWithout"], Decide([])), (Text["ExampleWith"], Decide([Benefit]))];

    private MemberBenefit Benefit => new(Benefits.ToPrivilege("example"), DateTime.MinValue, DateTime.MaxValue) { SubscriptionId = 1 };

    /// <summary>What the benefits bring on this purchase, in units of currency.</summary>
    private decimal Saved => Decide([Benefit]).Savings.Sum(s => s.Discount + s.Points) / 100m;

    private string Payback => Saved switch
    {
        <= 0 => Text["ExampleNothing"],
        var saved when Fee is { IsZero: false } fee => Text[
            "ExamplePayback", Formats.Money(saved, Conditions.Currency), Math.Ceiling(fee.Amount / saved), Formats.Money(Math.Ceiling(fee.Amount / saved * sum), Conditions.Currency), Term],
        var saved => Text["ExampleSaved", Formats.Money(saved, Conditions.Currency)],
    };

    private ReceiptDecision Decide(IReadOnlyList<MemberBenefit> benefits)
    {
        var calendar = ProgramCalendar.Of(Conditions.TimeZone);
        var draft = new ReceiptDraft
        {
            OccurredAt = Clock.UtcNow,
            Lines = [new ReceiptDraftLine { Line = 1, Sku = "example", Quantity = Quantity.Of(1), Gross = Money.Of(decimal.Round(sum, 2)) }],
        };
        return BenefitDecision.Decide(
            draft, new ProgramVersion { Number = 1, Conditions = Conditions }, calendar, Decimals, new MemberFacts { JoinedOn = calendar.DayOf(Clock.UtcNow).AddMonths(-6) }, benefits);
    }
}
