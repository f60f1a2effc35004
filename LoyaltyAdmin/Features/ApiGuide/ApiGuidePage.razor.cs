using System.Globalization;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.ApiGuide;

/// <summary>How a till or a shop is connected: the way in, and each call with its fields.</summary>
public sealed partial class ApiGuidePage
{
    private const string ScopeMark = "Scope: ";
    private IReadOnlyList<ApiCall> calls = [];

    [Inject] public required ApiGuideReader Guide { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    private string Root => $"{Navigation.BaseUri}api/v1/";

    private string Today => Clock.UtcNow.ToString("yyyy-MM-dd'T'12:00:00'Z'", CultureInfo.InvariantCulture);

    protected override async Task OnInitializedAsync() => calls = await Guide.ReadAsync(Cancelled);

    /// <summary>The words of a description; the scope that stands at its end keeps its name.</summary>
    private string Say(string description)
    {
        var mark = description.LastIndexOf(ScopeMark, StringComparison.Ordinal);
        var words = (mark < 0 ? description : description[..mark]).Trim();
        var said = words.Length == 0 ? "" : Text[words].Value;
        return mark < 0 ? said : $"{said} {Text["Scope", description[(mark + ScopeMark.Length)..].TrimEnd('.')]}".Trim();
    }
}
