namespace LoyaltyAdmin.Features.Programs;

/// <summary>What the programs feature brings into the program.</summary>
public static class ProgramsFeature
{
    public static void AddPrograms(this IServiceCollection services) => services.AddSingleton<ProgramTimelines>();
}
