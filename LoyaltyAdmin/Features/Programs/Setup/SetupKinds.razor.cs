using LoyaltyAdmin.Domain.Programs.Setup;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>The seven types of programs to choose and mix.</summary>
public sealed partial class SetupKinds
{
    [Parameter, EditorRequired] public required SetupAnswers Answers { get; set; }

    [Parameter] public EventCallback<SetupAnswers> Changed { get; set; }

    private Task Choose(ProgramKind kind, bool chosen) => Changed.InvokeAsync(Answers.Choose(kind, chosen));

    private static string IconOf(ProgramKind kind) => kind switch
    {
        ProgramKind.Discount => "percent",
        ProgramKind.Bonus => "toll",
        ProgramKind.Cumulative => "stairs",
        ProgramKind.Subscription => "umbrella",
        ProgramKind.Club => "workspace_premium",
        ProgramKind.Partner => "handshake",
        _ => "group_add",
    };
}
