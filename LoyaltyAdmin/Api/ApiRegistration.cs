using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.V1;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Platform.Localization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoyaltyAdmin.Api;

/// <summary>The REST API: its services, its pipeline and its addresses.</summary>
public static class ApiRegistration
{
    public const string Root = "/api";
    private const string BodyLimit = "Api:MaximumBodyBytes";
    private const long DefaultBodyLimit = 4 * 1024 * 1024;

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.TryAddSingleton<CodeTexts>();
        builder.Services.AddApiKeys();
        builder.Services.AddHealthChecks();
        builder.Services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        builder.Services.AddAuthorization();
        builder.AddKeyRateLimit();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        builder.Services.AddReceiptsApi();
        builder.Services.AddApiDescription();
    }

    /// <summary>
    /// Gives the API a pipeline of its own, so that no page, redirect or cookie of the portal gets in its way. Before the
    /// pipeline of the pages.
    /// </summary>
    public static void UseApi(this WebApplication app) => app.MapWhen(
        http => http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase),
        api =>
        {
            api.UseRouting();
            api.UseMiddleware<ApiErrors>();
            // Routing's own answers (wrong method, wrong type) are no one's secret; the portal's fallback would ask for a sign-in.
            api.UseWhen(IsGuarded, guarded => guarded.UseAuthorization());
            api.UseRateLimiter();
            api.UseEndpoints(endpoints => MapV1(endpoints, app.Configuration));
        });

    /// <summary>What is open to everybody: whether the portal serves, and the description of the API.</summary>
    public static void MapApi(this WebApplication app)
    {
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
    }

    private static void MapV1(IEndpointRouteBuilder endpoints, IConfiguration configuration)
    {
        var v1 = endpoints.MapGroup($"{Root}/v1")
            .RequireAuthorization(policy => policy
                .AddAuthenticationSchemes(ApiKeyAuthentication.SchemeName)
                .RequireAuthenticatedUser())
            .RequireRateLimiting(KeyRateLimit.Policy)
            .WithMetadata(new RequestSizeLimitAttribute(configuration.GetValue(BodyLimit, DefaultBodyLimit)))
            .DisableAntiforgery()
            .ProducesProblems();
        v1.MapMembersApi();
        v1.MapHouseholds();
        v1.MapReferralApi();
        v1.MapQuestionnaire();
        v1.MapReceipts();
        v1.MapHolds();
        v1.MapJournal();
        v1.MapGiftCards();
        v1.MapCoupons();
        v1.MapGiftCardOrders();
        endpoints.MapDeliveryNews();
        v1.MapWhy();
        v1.MapSubscriptions();
        v1.MapClubs();
        v1.MapKpi();
        v1.MapTerms();
        v1.MapLedger();
        v1.MapImports(configuration);
    }

    private static bool IsGuarded(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null;

    /// <summary>Strict where a mistake could cost points, lenient where it could not: unknown fields are passed over.</summary>
    private static void Configure(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.PropertyNameCaseInsensitive = false;
        json.AllowDuplicateProperties = false;
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
