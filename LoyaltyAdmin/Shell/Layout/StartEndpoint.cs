using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Shell.Layout;

/// <summary>Where everyone's way begins: the first page of the own menu, which is not the dashboard for every role.</summary>
internal static class StartEndpoint
{
    public const string Path = "/start";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, (HttpContext http) =>
    {
        var actor = http.User.ToActor();
        return Results.LocalRedirect(NavItems.All.FirstOrDefault(item => actor.May(item.Permission))?.Href ?? "/account/password");
    });
}
