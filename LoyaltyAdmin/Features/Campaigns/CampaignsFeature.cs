using LoyaltyAdmin.Features.Campaigns.Lists;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>Campaigns: written, approved, run at the tills and measured (R8-R10).</summary>
public static class CampaignsFeature
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services)
    {
        services.TryAddSingleton<CampaignBook>();
        services.AddSingleton<PromotionSettingsStore>();
        services.AddSingleton<CampaignChange>();
        services.AddSingleton<CampaignAudiences>();
        services.AddSingleton<CampaignQueries>();
        services.AddSingleton<WriteCampaign>();
        services.AddSingleton<MoveCampaign>();
        services.AddSingleton<AudienceListBook>();
        services.AddSingleton<CarryOutPromises>();
        services.AddSingleton<CampaignDrafts>();
        services.AddSingleton<CampaignReview>();
        services.AddSingleton<CampaignsExport>();
        services.AddSingleton<AudienceListsExport>();
        services.AddScoped<IAuditSubject, CampaignHistoryWords>();
        services.AddScoped<IAuditSubject, PromotionHistoryWords>();
        return services;
    }

    public static void MapCampaignsExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/exports/campaigns.xlsx", CampaignsAsync).RequireAuthorization(nameof(Permission.PromotionsView), nameof(Permission.ReportsExport));
        app.MapGet("/exports/campaign-lists/{id:int}.xlsx", MembersAsync).RequireAuthorization(nameof(Permission.PromotionsView), nameof(Permission.ReportsExport));
        app.MapGet("/exports/campaign-lists.xlsx", ListsAsync).RequireAuthorization(nameof(Permission.PromotionsView), nameof(Permission.ReportsExport));
    }

    private static Task<IResult> CampaignsAsync(ListParameters asked, HttpContext http, CampaignsExport export, IStringLocalizer<CampaignsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Title"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));

    private static async Task<IResult> MembersAsync(int id, ListParameters asked, HttpContext http, AudienceListBook lists, AudienceListsExport export, CancellationToken ct)
    {
        var actor = http.User.ToActor();
        return (await lists.AllAsync(actor, ct)).FirstOrDefault(l => l.Id == id) is { } list
            ? await Downloads.ExcelAsync(list.Name, file => export.WriteMembersAsync(actor, file, list, asked, ct))
            : Results.NotFound();
    }

    private static Task<IResult> ListsAsync(ListParameters asked, HttpContext http, AudienceListsExport export, IStringLocalizer<CampaignsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Lists"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
