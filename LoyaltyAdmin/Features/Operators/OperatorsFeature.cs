using LoyaltyAdmin.Shell.Components;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>Who signs in, and as what.</summary>
public static class OperatorsFeature
{
    public static void AddOperators(this IServiceCollection services)
    {
        services.AddSingleton<OperatorQueries>();
        services.AddSingleton<CreateOperator>();
        services.AddSingleton<ChangeRoles>();
        services.AddSingleton<SwitchOperator>();
        services.AddSingleton<ResetPassword>();
        services.AddSingleton<UnlockOperator>();
        services.AddScoped<IAuditSubject, OperatorHistoryWords>();
    }
}
