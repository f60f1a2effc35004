using LoyaltyAdmin.Domain.Programs.Setup;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs.Example;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>What everybody, each level, a subscriber and a member of the club get on three purchases, decided by the engine.</summary>
public sealed partial class SetupReceipts
{
    [Inject] public required BusinessClock Clock { get; init; }

    [Parameter, EditorRequired] public required SetupAnswers Answers { get; set; }

    private IEnumerable<(string Name, decimal Sum, List<(string Who, ExampleResult Outcome)> Rows)> Receipts()
    {
        foreach (var name in ExamplePresets.Keys)
        {
            var sale = ExamplePresets.Make(name, Text);
            var rows = new List<(string, ExampleResult)>();
            foreach (var (who, privileges) in People())
            {
                sale.Privileges = privileges;
                if (sale.Decide(Form.LastValid, Form.ValidDecimals, number: 1, Clock.UtcNow).Accepted(out var outcome, out _))
                {
                    rows.Add((who, outcome));
                }
            }

            if (rows.Count > 0)
            {
                yield return (name, rows[0].Item2.Decision.Gross.Amount, rows);
            }
        }
    }

    private IEnumerable<(string Who, IReadOnlyList<MemberPrivilege> Privileges)> People()
    {
        var tiers = Form.LastValid.Tiers;
        if (!tiers.Enabled)
        {
            yield return (Text["Setup.Everybody"], []);
        }
        else
        {
            foreach (var level in tiers.Ladder.Levels)
            {
                yield return (level.Name, [level.ToPrivilege()]);
            }
        }

        if (Answers.Has(ProgramKind.Subscription))
        {
            yield return (Answers.PlanName, [Privilege(Answers.PlanName, Answers.PlanGives, Answers.PlanRate)]);
        }

        if (Answers.Has(ProgramKind.Club))
        {
            yield return (Answers.ClubName, [Privilege(Answers.ClubName, Answers.ClubGives, Answers.ClubRate)]);
        }
    }

    private static MemberPrivilege Privilege(string name, SetupGift gift, decimal rate) => gift == SetupGift.Points
        ? new MemberPrivilege(name) { AccrualRate = rate }
        : new MemberPrivilege(name) { DiscountPercent = rate };

    private string Points(Points points) => Formats.Number(PointsScale.ToPoints(points, Form.ValidDecimals), Form.ValidDecimals);
}
