using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
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
        services.AddSingleton<LotWords>();
        services.AddSingleton<MembersExport>();
        services.AddSingleton<MemberHistoryExport>();
        return services;
    }

    /// <summary>The lists as workbooks, by the filters of their addresses.</summary>
    public static void MapMembersExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup("/exports").RequireAuthorization(nameof(Permission.MembersView), nameof(Permission.ReportsExport));
        exports.MapGet("/members.xlsx", ExportAsync);
        exports.MapGet("/member-entries.xlsx", EntriesAsync);
        exports.MapGet("/member-lots.xlsx", LotsAsync);
        exports.MapGet("/member-receipts.xlsx", ReceiptsAsync);
        exports.MapGet("/member-cards.xlsx", CardsAsync);
    }

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, MembersExport export, IStringLocalizer<MembersText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.FileName"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));

    private static Task<IResult> EntriesAsync(
        long member, ListParameters asked, HttpContext http, MemberHistoryExport export, IStringLocalizer<MembersText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.EntriesFile", member], file => export.WriteEntriesAsync(http.User.ToActor(), file, member, asked, ct));

    private static Task<IResult> LotsAsync(
        long member, ListParameters asked, HttpContext http, MemberHistoryExport export, IStringLocalizer<MembersText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.LotsFile", member], file => export.WriteLotsAsync(http.User.ToActor(), file, member, asked, ct));

    private static Task<IResult> ReceiptsAsync(
        long member, ListParameters asked, HttpContext http, MemberHistoryExport export, IStringLocalizer<MembersText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.ReceiptsFile", member], file => export.WriteReceiptsAsync(http.User.ToActor(), file, member, asked, ct));

    private static Task<IResult> CardsAsync(
        long member, ListParameters asked, HttpContext http, MemberHistoryExport export, IStringLocalizer<MembersText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.CardsFile", member], file => export.WriteCardsAsync(http.User.ToActor(), file, member, asked, ct));
}
