using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>Members who are one: found, reviewed, merged, and parted again.</summary>
public static class DuplicatesFeature
{
    public static IServiceCollection AddDuplicates(this IServiceCollection services)
    {
        services.AddSingleton<FindDuplicates>();
        services.AddSingleton<FindLookalikes>();
        services.AddSingleton<DuplicateQueries>();
        services.AddSingleton<DecidePair>();
        services.AddSingleton<MergeTransaction>();
        services.AddSingleton<MergeMembers>();
        services.AddSingleton<UnmergeMembers>();
        services.AddSingleton<DuplicatesExport>();
        return services;
    }

    /// <summary>The queue as a workbook, by the filters of the list's address.</summary>
    public static void MapDuplicatesExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/exports/duplicates.xlsx", ExportAsync)
            .RequireAuthorization(nameof(Permission.ReportsExport)).RequireAuthorization(nameof(Permission.MembersMerge));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, DuplicatesExport export, IStringLocalizer<DuplicatesText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.FileName"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
