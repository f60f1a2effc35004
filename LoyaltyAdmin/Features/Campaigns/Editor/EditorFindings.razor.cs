using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>All that is still wrong with the campaign, each with the way to its card.</summary>
public sealed partial class EditorFindings
{
    [Inject] public required NavigationManager Navigation { get; init; }

    private string Here => new Uri(Navigation.Uri).PathAndQuery;

    /// <summary>The card of a field.</summary>
    public static string PartOf(string? field) => field?.Split('.')[0] switch
    {
        "name" or "key" or null => "what",
        "audience" => "audience",
        "until" or "dailyUntil" => "when",
        "condition" => "conditions",
        "rewards" => "rewards",
        "group" => "stacking",
        "control" or "code" => "measure",
        _ => "limits",
    };
}
