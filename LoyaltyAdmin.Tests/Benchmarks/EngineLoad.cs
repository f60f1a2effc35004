using System.Diagnostics;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Benchmarks;

/// <summary>The engine without anything around it: receipts of two lines, half of which redeem, on one core.</summary>
internal static class EngineLoad
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    /// <summary>Decisions per second.</summary>
    public static double Measure()
    {
        var version = new ProgramVersion { Number = 1, Conditions = new ProgramConditions() };
        var calendar = ProgramCalendar.Of(version.Conditions.TimeZone);
        var member = new MemberFacts { Available = new Points(1_000), JoinedOn = new DateOnly(2025, 1, 1) };
        ReceiptDraft earning = new()
        {
            OccurredAt = new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc),
            Lines =
            [
                new ReceiptDraftLine { Line = 1, Sku = "a", Category = "food", Quantity = Quantity.Of(1), Gross = Money.Of(450) },
                new ReceiptDraftLine { Line = 2, Sku = "b", Category = "home", Quantity = Quantity.Of(2), Gross = Money.Of(350) },
            ],
        };
        var redeeming = earning with { RedeemPoints = new Points(100) };

        var count = 0L;
        var watch = Stopwatch.StartNew();
        for (var measured = false; ; count++)
        {
            ReceiptEngine.Decide(count % 2 == 0 ? earning : redeeming, version, calendar, pointDecimals: 0, member);
            if (watch.Elapsed < Long)
            {
                continue;
            }

            if (measured)
            {
                return count / watch.Elapsed.TotalSeconds;
            }

            (measured, count) = (true, 0);
            watch.Restart();
        }
    }
}
