using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>A part of the editor: it reads and changes the form above it.</summary>
public abstract class CampaignPart : ComponentBase
{
    [CascadingParameter] public required CampaignForm Form { get; set; }

    [Inject] public required IStringLocalizer<CampaignsText> Text { get; init; }

    /// <summary>The id of the field at a place.</summary>
    protected static string IdOf(string place) => "f-" + place.Replace('.', '-');

    /// <summary>A whole number where one was given.</summary>
    protected static int? Whole(decimal? number) => number is { } given ? (int)Math.Clamp(given, int.MinValue, int.MaxValue) : null;
}
