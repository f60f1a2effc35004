using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>What plans and subscriptions bring into the program.</summary>
public static class SubscriptionsFeature
{
    /// <summary>The address of the workbook of subscriptions.</summary>
    public const string ListExport = "/exports/subscriptions.xlsx";

    public static void AddSubscriptions(this IServiceCollection services)
    {
        services.AddSingleton<ITermsChapter, PlansChapter>();
        services.AddSingleton<SubscriptionBook>();
        services.AddSingleton<StartSubscription>();
        services.AddSingleton<PaySubscription>();
        services.AddSingleton<CancelSubscription>();
        services.AddSingleton<RefundSubscription>();
        services.TryAddSingleton<SaveOffer>();
        services.AddSingleton<SavePlan>();
        services.AddSingleton<BenefitWords>();
        services.AddSingleton<PlanQueries>();
        services.AddSingleton<SubscriptionQueries>();
        services.AddSingleton<SubscriptionListQueries>();
        services.AddSingleton<SubscriptionsExport>();
    }

    /// <summary>The list as a workbook, by the filters of the list's address.</summary>
    public static void MapSubscriptionsExports(this IEndpointRouteBuilder app) =>
        app.MapGet(ListExport, ExportAsync).RequireAuthorization(nameof(Permission.ProgramView), nameof(Permission.MembersView), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, SubscriptionsExport export, IStringLocalizer<SubscriptionsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Subscriptions"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
