using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>One purchase on each level, decided by the engine itself.</summary>
public sealed partial class LevelExamples
{
    private const decimal Sum = 1_000m;

    [Inject] public required BusinessClock Clock { get; init; }

    /// <summary>Conditions without an error.</summary>
    [Parameter, EditorRequired] public required ProgramConditions Conditions { get; set; }

    /// <summary>Decimals of a point.</summary>
    [Parameter] public int Decimals { get; set; }

    /// <summary>Number of the version.</summary>
    [Parameter] public int Number { get; set; }

    private IEnumerable<(TierLevel Level, ReceiptDecision Decision)> Rows()
    {
        var calendar = ProgramCalendar.Of(Conditions.TimeZone);
        var version = new ProgramVersion { Number = Number, Conditions = Conditions };
        var draft = new ReceiptDraft
        {
            OccurredAt = Clock.UtcNow,
            Lines = [new ReceiptDraftLine { Line = 1, Sku = "example", Quantity = Quantity.Of(1), Gross = Money.Of(Sum) }],
        };
        foreach (var level in Conditions.Tiers.Ladder.Levels)
        {
            var member = new MemberFacts
            {
                Available = PointsScale.ToParts(Sum * 100, Decimals),
                JoinedOn = calendar.DayOf(Clock.UtcNow).AddMonths(-6),
                Privileges = [level.ToPrivilege()],
            };
            yield return (level, ReceiptEngine.Decide(draft, version, calendar, Decimals, member));
        }
    }
}
