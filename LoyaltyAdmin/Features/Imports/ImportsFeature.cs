using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Platform.Localization;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What the imports feature brings into the program.</summary>
public static class ImportsFeature
{
    public static void AddImports(this IServiceCollection services)
    {
        TextEncodings.Register();
        services.TryAddSingleton<CodeTexts>();
        services.AddSingleton<ImportFolder>(container => new ImportFolder(
            container.GetRequiredService<IConfiguration>(), container.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<ImportBoard>();
        services.AddSingleton<RunImport>();
        services.AddSingleton<StartImport>();
        services.AddSingleton<CancelImport>();
        services.AddSingleton<ImportQueries>();
        services.AddSingleton<ImportMappings>();
        services.AddSingleton<UploadQueries>();
        services.AddSingleton<UploadLimit>();
        services.AddSingleton<DiscardUpload>();
        services.AddSingleton<UndoImport>();
        services.AddSingleton<RunUndo>();
        services.AddSingleton<RefusedRows>();
        services.AddSingleton<UndoneQueries>();
        services.AddSingleton<UndoneExport>();
        services.AddScoped<ImportsExport>();
        services.AddHostedService<ImportRunner>();
    }

    /// <summary>The rows that an import refused, what undoing one took away, and the list of imports, as files.</summary>
    public static void MapImports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/imports/{id:int}/refused", RefusedAsync).RequireAuthorization(nameof(Permission.ImportsView));
        app.MapGet("/exports/imports/{id:int}/undone.xlsx", UndoneAsync).RequireAuthorization(nameof(Permission.ImportsView), nameof(Permission.ReportsExport));
        app.MapGet("/exports/imports.xlsx", ExportAsync).RequireAuthorization(nameof(Permission.ImportsView), nameof(Permission.ReportsExport));
    }

    private static Task<IResult> UndoneAsync(int id, ListParameters asked, HttpContext http, UndoneExport export, IStringLocalizer<ImportsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Undone.FileName", id], file => export.WriteAsync(http.User.ToActor(), file, id, asked, ct));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, ImportsExport export, IStringLocalizer<ImportsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Title"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));

    private static Task<IResult> RefusedAsync(int id, HttpContext http, RefusedRows rows, IStringLocalizer<ImportsText> text, CancellationToken ct)
    {
        var (extension, type) = rows.TypeOf(id);
        return Downloads.FileAsync(text["ErrorsFileName", id] + extension, type, file => rows.WriteAsync(http.User.ToActor(), id, file, ct));
    }
}
