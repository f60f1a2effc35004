using System.Globalization;
using System.Threading.RateLimiting;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Domain.Values;
using Microsoft.AspNetCore.RateLimiting;

namespace LoyaltyAdmin.Api.Keys;

/// <summary>How often a key may call: <c>Api:PermitsPerMinute</c>, and as often as it likes when it is unlimited.</summary>
public static class KeyRateLimit
{
    public const string Policy = "api-key";
    public const string Setting = "Api:PermitsPerMinute";
    private const int DefaultPermits = 6_000;

    public static void AddKeyRateLimit(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(Policy, http => PartitionOf(http));
        limiter.OnRejected = (rejected, _) => RefuseAsync(rejected);
    });

    private static RateLimitPartition<int> PartitionOf(HttpContext http)
    {
        var caller = http.Features.Get<ApiCaller>();
        return caller is null or { Unlimited: true }
            ? RateLimitPartition.GetNoLimiter(0)
            : RateLimitPartition.GetFixedWindowLimiter(caller.KeyId, _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = Permits(http),
                Window = TimeSpan.FromMinutes(1),
            });
    }

    private static ValueTask RefuseAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds;
        var problem = new ApiProblem(
            StatusCodes.Status429TooManyRequests, new Rejection("Api.TooManyRequests", Permits(rejected.HttpContext), seconds));
        return new ValueTask(problem.ExecuteAsync(rejected.HttpContext));
    }

    private static int Permits(HttpContext http) =>
        http.RequestServices.GetRequiredService<IConfiguration>().GetValue(Setting, DefaultPermits);
}
