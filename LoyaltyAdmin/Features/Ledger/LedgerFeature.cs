using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>What the ledger feature brings into the program.</summary>
public static class LedgerFeature
{
    public static void AddLedger(this IServiceCollection services)
    {
        services.AddOptions<CorrectionLimits>().BindConfiguration("Corrections");
        services.AddSingleton<LedgerWriter>();
        services.AddSingleton<LedgerBatch>();
        services.AddSingleton<ExpirePoints>();
        services.AddSingleton<ActivatePoints>();
        services.AddSingleton<CorrectPoints>();
        services.AddSingleton<OpenBalances>();
        services.AddSingleton<GrantReward>();
        services.AddSingleton<TakeBackReward>();
        services.AddSingleton<LedgerProof>();
        services.AddSingleton<LatestProof>();
        services.AddSingleton<EntryQueries>();
        services.AddSingleton<EntriesExport>();
    }

    /// <summary>Entries of a member or of a period as a workbook.</summary>
    public static void MapLedgerExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/exports/entries.xlsx", ExportAsync).RequireAuthorization(nameof(Permission.MembersView), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(
        long? member, string? from, string? to, HttpContext http, EntriesExport export, IStringLocalizer<LedgerText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.FileName"], file => export.WriteAsync(http.User.ToActor(), file, EntryScope.Of(member, from, to), ct));
}
