namespace LoyaltyAdmin.Features.Operators;

/// <summary>Who signs in, and as what.</summary>
public static class OperatorsFeature
{
    public static void AddOperators(this IServiceCollection services)
    {
    }
}
