using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>What members are asked, what they answer, and what their answers are worth.</summary>
public static class QuestionnairesFeature
{
    public const string QualityWorkbook = "/exports/quality.xlsx";
    public const string SuspectsWorkbook = "/exports/suspects.xlsx";
    public const string VersionsWorkbook = "/exports/questionnaires.xlsx";

    public static IServiceCollection AddQuestionnaires(this IServiceCollection services)
    {
        services.AddSingleton<QuestionnaireQueries>();
        services.AddSingleton<MemberQuestionnaireQueries>();
        services.AddSingleton<EditQuestionnaire>();
        services.AddSingleton<PublishQuestionnaire>();
        services.AddSingleton<FillQuestionnaire>();
        services.AddSingleton<ConfirmContact>();
        services.AddSingleton<WithdrawConsent>();
        services.AddSingleton<SettleQuestionnaire>();
        services.AddSingleton<IMemberFollower>(provider => provider.GetRequiredService<SettleQuestionnaire>());
        services.AddSingleton<QualityQueries>();
        services.AddSingleton<SuspectQueries>();
        services.AddSingleton<QuestionnairesExport>();
        return services;
    }

    /// <summary>The lists as workbooks, by the filters of their addresses.</summary>
    public static void MapQuestionnairesExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup("").RequireAuthorization(nameof(Permission.ReportsExport));
        exports.MapGet(QualityWorkbook, QualityAsync).RequireAuthorization(nameof(Permission.DashboardView));
        exports.MapGet(SuspectsWorkbook, SuspectsAsync).RequireAuthorization(nameof(Permission.DashboardView));
        exports.MapGet(VersionsWorkbook, VersionsAsync).RequireAuthorization(nameof(Permission.ProgramView));
    }

    private static Task<IResult> QualityAsync(ListParameters asked, HttpContext http, QuestionnairesExport export, IStringLocalizer<QuestionnairesText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Quality.Sheet"], file => export.WriteQualityAsync(http.User.ToActor(), file, asked, ct));

    private static Task<IResult> SuspectsAsync(ListParameters asked, HttpContext http, QuestionnairesExport export, IStringLocalizer<QuestionnairesText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Suspects.Sheet"], file => export.WriteSuspectsAsync(http.User.ToActor(), file, asked, ct));

    private static Task<IResult> VersionsAsync(ListParameters asked, HttpContext http, QuestionnairesExport export, IStringLocalizer<QuestionnairesText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Versions"], file => export.WriteVersionsAsync(http.User.ToActor(), file, asked, ct));
}
