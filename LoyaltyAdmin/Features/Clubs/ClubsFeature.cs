using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>What closed clubs bring into the program.</summary>
public static class ClubsFeature
{
    public static void AddClubs(this IServiceCollection services)
    {
        services.AddSingleton<ITermsChapter, ClubsChapter>();
        services.AddSingleton<ClubTransaction>();
        services.TryAddSingleton<SaveOffer>();
        services.AddSingleton<SaveClub>();
        services.AddSingleton<InviteMembers>();
        services.AddSingleton<AnswerInvitation>();
        services.AddSingleton<ChangePlace>();
        services.AddSingleton<ReviewClubs>();
        services.AddSingleton<ClubQueries>();
        services.AddSingleton<ClubListQueries>();
        services.AddSingleton<ClubsExport>();
        services.AddSingleton<ClubWords>();
    }

    /// <summary>The lists of a club as workbooks, by the filters of the list's address.</summary>
    public static void MapClubsExports(this IEndpointRouteBuilder app)
    {
        string[] needed = [nameof(Permission.ProgramView), nameof(Permission.MembersView), nameof(Permission.ReportsExport)];
        app.MapGet("/exports/club-members.xlsx", MembersAsync).RequireAuthorization(needed);
        app.MapGet("/exports/club-invitations.xlsx", InvitationsAsync).RequireAuthorization(needed);
    }

    private static Task<IResult> MembersAsync(int club, ListParameters asked, HttpContext http, ClubsExport export, IStringLocalizer<ClubsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Members"], file => export.WritePlacesAsync(http.User.ToActor(), file, club, asked, ct));

    private static Task<IResult> InvitationsAsync(int club, ListParameters asked, HttpContext http, ClubsExport export, IStringLocalizer<ClubsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Invitations"], file => export.WriteInvitationsAsync(http.User.ToActor(), file, club, asked, ct));
}
