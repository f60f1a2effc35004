using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>What bringing friends brings into the program.</summary>
public static class ReferralsFeature
{
    /// <summary>The address of the workbook of referrals.</summary>
    public const string Export = "/exports/referrals.xlsx";

    public static void AddReferrals(this IServiceCollection services)
    {
        services.AddSingleton<ReferralCodes>();
        services.AddSingleton<MemberMarks>();
        services.AddSingleton<UseReferralCode>();
        services.AddSingleton<SettleReferrals>();
        services.AddSingleton<TakeBackReferral>();
        services.AddSingleton<ReferralQueries>();
        services.AddSingleton<ReferralsExport>();
        services.AddSingleton<ITermsChapter, ReferralChapter>();
    }

    /// <summary>The referrals as a workbook, by the filters of the list's address.</summary>
    public static void MapReferralsExports(this IEndpointRouteBuilder app) =>
        app.MapGet(Export, ExportAsync).RequireAuthorization(nameof(Permission.ProgramView), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, ReferralsExport export, IStringLocalizer<ReferralsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Referrals"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
