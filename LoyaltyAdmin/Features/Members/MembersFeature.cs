namespace LoyaltyAdmin.Features.Members;

/// <summary>Members: their registration, their cards and what is known of them.</summary>
public static class MembersFeature
{
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddSingleton<RegisterMember>();
        services.AddSingleton<EditMember>();
        services.AddSingleton<AddCard>();
        services.AddSingleton<BlockMember>();
        services.AddSingleton<BlockCard>();
        services.AddSingleton<MemberQueries>();
        services.AddSingleton<MemberListQueries>();
        services.AddSingleton<MemberHistoryQueries>();
        services.AddSingleton<EntryWords>();
        return services;
    }
}
