using System.Text;

namespace LoyaltyAdmin.Features.ApiGuide;

/// <summary>What the guide to the API brings into the program.</summary>
public static class ApiGuideFeature
{
    /// <summary>Where the day of a till can be had as an <c>.http</c> file.</summary>
    public const string StoryAddress = "/api-guide/till.http";

    public static void AddApiGuide(this IServiceCollection services) => services.AddSingleton<ApiGuideReader>();

    public static void MapApiGuide(this IEndpointRouteBuilder app) => app.MapGet(StoryAddress, Story).RequireAuthorization();

    private static IResult Story()
    {
        using var story = typeof(ApiGuideFeature).Assembly.GetManifestResourceStream("till.http")!;
        using var reader = new StreamReader(story);
        return Results.File(Encoding.UTF8.GetBytes(reader.ReadToEnd()), "text/plain; charset=utf-8", "till.http");
    }
}
