namespace LoyaltyAdmin.Features.Kpi;

/// <summary>What to do first in a portal without purchases.</summary>
public sealed partial class StartSteps
{
    private static readonly (string Key, string Icon, string Href)[] Steps =
    [
        ("Conditions", "tune", "/program/conditions"),
        ("Import", "upload_file", "/imports"),
        ("Look", "group", "/members"),
    ];
}
