using LoyaltyAdmin.Shell.Layout;

namespace LoyaltyAdmin.Features.Search;

/// <summary>The search from anywhere: its box stands in the head of every page.</summary>
public static class SearchFeature
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<FindAnywhere>();
        services.AddSingleton<PageIndex>();
        services.AddSingleton(new HeaderPart(typeof(SearchBox)));
        return services;
    }
}
