using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Example;

/// <summary>What the example earns and can be paid with.</summary>
public sealed partial class ExampleOutcome
{
    [Parameter, EditorRequired] public required ExampleResult Result { get; set; }

    [Parameter, EditorRequired] public required ProgramConditions Conditions { get; set; }

    [Parameter] public int Decimals { get; set; }

    private string Points(Points points) => new Wording(Text, Conditions).Points(PointsScale.ToPoints(points, Decimals));

    private string When(DateTime at) => Conditions.Activation.Mode switch
    {
        ActivationMode.Immediately => Text["Example.ActiveNow"],
        ActivationMode.OnEvent => Text["Example.ActiveOnEvent"],
        _ => Text["Example.ActiveFrom", Formats.Date(Result.Calendar.DayOf(at))],
    };
}
