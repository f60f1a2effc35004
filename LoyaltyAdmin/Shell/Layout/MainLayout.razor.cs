using System.Globalization;
using LoyaltyAdmin.Platform.Localization;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace LoyaltyAdmin.Shell.Layout;

/// <summary>The frame around every page: head, menu, and the error screen when a page fails.</summary>
public sealed partial class MainLayout : IDisposable
{
    private static readonly (string Culture, string Name, string Full)[] Languages =
        [(Cultures.English, "EN", "English"), (Cultures.Russian, "RU", "Русский")];

    private LoggedErrorBoundary? boundary;
    private DisplayUnits? units;

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required DisplayUnitsSource Source { get; init; }

    [Inject] public required IEnumerable<PageNotice> Notices { get; init; }

    private static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private string Here => Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    private string ReturnUrl => Uri.EscapeDataString("/" + Here);

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        units = await Source(CancellationToken.None);
    }

    /// <summary>A failed page stays behind when one goes on, the language links follow, and units may have been published anew.</summary>
    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(async () =>
    {
        boundary?.Recover();
        units = await Source(CancellationToken.None);
        StateHasChanged();
    });
}
