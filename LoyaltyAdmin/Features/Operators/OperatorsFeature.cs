using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>Who signs in, and as what.</summary>
public static class OperatorsFeature
{
    public static void AddOperators(this IServiceCollection services)
    {
        services.AddSingleton<OperatorQueries>();
        services.AddSingleton<OperatorsExport>();
        services.AddSingleton<CreateOperator>();
        services.AddSingleton<ChangeRoles>();
        services.AddSingleton<SwitchOperator>();
        services.AddSingleton<ResetPassword>();
        services.AddSingleton<UnlockOperator>();
        services.AddScoped<IAuditSubject, OperatorHistoryWords>();
    }

    /// <summary>The list as a workbook.</summary>
    public static void MapOperatorsExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/exports/users.xlsx", ExportAsync).RequireAuthorization(nameof(Permission.UsersManage), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, OperatorsExport export, IStringLocalizer<OperatorsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Title"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
