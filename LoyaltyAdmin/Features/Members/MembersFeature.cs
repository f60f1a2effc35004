using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Members: their registration, their cards and what is known of them.</summary>
public static class MembersFeature
{
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddSingleton<RegisterMember>();
        services.AddSingleton<RegisterMembers>();
        services.AddSingleton<EditMember>();
        services.AddSingleton<AddCard>();
        services.AddSingleton<VirtualCards>();
        services.AddSingleton<IssueVirtualCard>();
        services.AddSingleton<ReplaceCard>();
        services.AddSingleton<BlockMember>();
        services.AddSingleton<BlockCard>();
        services.AddSingleton<MemberQueries>();
        services.AddSingleton<MemberListQueries>();
        services.AddSingleton<MemberHistoryQueries>();
        services.AddSingleton<EntryWords>();
        services.AddSingleton<MembersExport>();
        return services;
    }

    /// <summary>The list as a workbook, by the filters of the list's address.</summary>
    public static void MapMembersExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/exports/members.xlsx", ExportAsync).RequireAuthorization(nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(
        string? search, string? status, string? joinedFrom, string? joinedTo, string? balance, string? noPurchaseSince, string? sort, string? columns,
        HttpContext http, MembersExport export, IStringLocalizer<MembersText> text, CancellationToken ct)
    {
        var list = MembersAddress.Of(search, status, joinedFrom, joinedTo, balance, noPurchaseSince, sort, page: null);
        return Downloads.ExcelAsync(text["Excel.FileName"], file => export.WriteAsync(http.User.ToActor(), file, list.Filter, list.Order, columns, ct));
    }
}
