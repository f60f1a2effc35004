using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>What has been made, and what to do with it next.</summary>
public sealed partial class SetupDone
{
    [Parameter, EditorRequired] public required SetupMade Made { get; set; }
}
