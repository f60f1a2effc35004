using LoyaltyAdmin.Platform.Localization;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Shell.Layout;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace LoyaltyAdmin.Shell;

/// <summary>The frame around pages and the order in which a request passes.</summary>
public static class ShellRegistration
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        // Without this an unpublished build finds its packages' assets in Development only.
        builder.WebHost.UseStaticWebAssets();
        builder.AddCultures();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddRadzenComponents();
        builder.Services.AddSingleton<ILocalizer, RadzenTexts>();
        builder.Services.AddScoped<Refusals>();
        builder.Services.AddTransient<FormState>();
        builder.Services.AddScoped<AuditWords>();
        builder.Services.AddSingleton<TableViews>();
        builder.Services.TryAddSingleton<DisplayUnitsSource>(_ => _ => ValueTask.FromResult(DisplayUnits.Plain));
    }

    /// <summary>Errors, culture, who it is, what they may: the one order.</summary>
    public static void UseShell(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/account/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapCultures();
        StartEndpoint.Map(app);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
