using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Platform.Localization;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Example;

/// <summary>Why the example came out as it did, in the engine's own reasons.</summary>
public sealed partial class ExampleReasons
{
    [Inject] public required CodeTexts Codes { get; init; }

    [Parameter, EditorRequired] public required ExampleResult Result { get; set; }

    private string Said(Reason reason) => (reason.Line is { } line ? Text["Example.Line", line] + " " : "") + Codes.Say(reason);
}
