namespace LoyaltyAdmin.Features.Why;

/// <summary>What explanations bring into the program.</summary>
public static class WhyFeature
{
    public static void AddWhy(this IServiceCollection services)
    {
        services.AddSingleton<WhyWords>();
        services.AddSingleton<ExplainEntry>();
        services.AddSingleton<ExplainBalance>();
        services.AddSingleton<ExplainLine>();
    }
}
