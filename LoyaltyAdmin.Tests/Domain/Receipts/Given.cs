using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

/// <summary>Purchases, conditions and members for the tests of the engine. Amounts are in units, points in whole points.</summary>
internal static class Given
{
    public static readonly ProgramCalendar Moscow = ProgramCalendar.Of("Europe/Moscow");

    public static readonly DateTime Noon = new(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc);

    public static ReceiptDraftLine Line(
        int line,
        decimal gross,
        string? category = "food",
        decimal quantity = 1,
        decimal discount = 0,
        decimal tax = 0,
        LineKind kind = LineKind.Goods) => new()
        {
            Line = line,
            Sku = $"sku-{line}",
            Category = category,
            Quantity = Quantity.Of(quantity),
            Gross = Money.Of(gross),
            Discount = Money.Of(discount),
            Tax = Money.Of(tax),
            Kind = kind,
        };

    public static ReceiptDraft Receipt(params ReceiptDraftLine[] lines) => new() { OccurredAt = Noon, Lines = lines };

    public static ReceiptDraft Asking(this ReceiptDraft receipt, long parts) => receipt with { RedeemPoints = new Points(parts) };

    public static MemberFacts Member(long available = 1_000_000) => new()
    {
        Available = new Points(available),
        JoinedOn = new DateOnly(2024, 2, 29),
    };

    public static ProgramConditions Accrual(Func<AccrualConditions, AccrualConditions> change) =>
        new() { Accrual = change(new AccrualConditions()) };

    public static ProgramConditions Redemption(Func<RedemptionConditions, RedemptionConditions> change) =>
        new() { Redemption = change(new RedemptionConditions()) };

    public static GoodsSet Categories(params string[] categories) => new() { Categories = categories };

    public static ReceiptDecision Decide(
        this ReceiptDraft draft, ProgramConditions? conditions = null, MemberFacts? member = null, int pointDecimals = 0) =>
        ReceiptEngine.Decide(draft, Version(conditions), Moscow, pointDecimals, member ?? Member());

    public static ReceiptDecision DecideWithoutMember(this ReceiptDraft draft) =>
        ReceiptEngine.Decide(draft, Version(null), Moscow, 0, null);

    public static ProgramVersion Version(ProgramConditions? conditions) =>
        new() { Number = 7, Conditions = conditions ?? new ProgramConditions() };

    public static IEnumerable<string> Codes(this ReceiptDecision decision) => decision.Reasons.Select(reason => reason.Code);

    /// <summary>The reason of this code written as "code(arguments)@line".</summary>
    public static string Said(this ReceiptDecision decision, string code)
    {
        var reason = Assert.Single(decision.Reasons, reason => reason.Code == code);
        return string.Join("; ", reason.Arguments) + (reason.Line is { } line ? $" @{line}" : "");
    }

    public static long[] AccruedByLine(this ReceiptDecision decision) => [.. decision.Lines.Select(line => line.Accrued.Value)];

    public static decimal[] RedeemedByLine(this ReceiptDecision decision) => [.. decision.Lines.Select(line => line.Redeemed.Amount)];
}
