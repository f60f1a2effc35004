using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace LoyaltyAdmin.Shell;

/// <summary>
/// The document. Pages are interactive on the server and not prerendered (a back office needs no search engine, and every
/// page would load twice); the account pages are static, for they set cookies.
/// </summary>
public sealed partial class App
{
    /// <summary>The cookie that app.js writes when the theme is switched; read here so that nothing flashes.</summary>
    public const string ThemeCookie = "theme";

    private static readonly InteractiveServerRenderMode Interactive = new(prerender: false);
    private bool dark;

    [CascadingParameter] public required HttpContext Http { get; init; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private IComponentRenderMode? PageMode => Http.AcceptsInteractiveRouting() ? Interactive : null;

    protected override void OnInitialized() => dark = Http.Request.Cookies[ThemeCookie] == "dark";
}
