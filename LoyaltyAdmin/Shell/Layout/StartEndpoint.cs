using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Shell.Layout;

/// <summary>
/// Where everyone's way begins: the first page of the own menu, which is not the dashboard for every role. Whoever only reads
/// the conditions works elsewhere.
/// </summary>
internal static class StartEndpoint
{
    public const string Path = "/start";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, (HttpContext http) =>
    {
        var actor = http.User.ToActor();
        var pages = NavItems.All.Where(item => actor.May(item.Permission))
            .OrderBy(item => item.Permission == Permission.ProgramView && !actor.May(Permission.ProgramEdit));
        return Results.LocalRedirect(pages.FirstOrDefault()?.Href ?? "/account/password");
    });
}
