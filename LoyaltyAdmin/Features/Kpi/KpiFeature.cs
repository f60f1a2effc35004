namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Figures of the program and the dashboard that shows them.</summary>
public static class KpiFeature
{
    public static void AddKpi(this IServiceCollection services)
    {
        services.AddSingleton<KpiSales>();
        services.AddSingleton<KpiMembers>();
        services.AddSingleton<KpiPoints>();
        services.AddSingleton<KpiCohorts>();
        services.AddSingleton<KpiRfm>();
        services.AddSingleton<KpiQueries>();
        services.AddSingleton<KpiBoard>();
        services.AddSingleton<KpiAttention>();
        services.AddSingleton<FirstSteps>();
        services.AddSingleton<KpiWorkbook>();
    }

    public static void MapKpi(this IEndpointRouteBuilder app) => app.MapKpiExport();
}
