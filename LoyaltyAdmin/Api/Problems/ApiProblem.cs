using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform.Localization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace LoyaltyAdmin.Api.Problems;

/// <summary>A "no" on its way to the caller: the status, the code, and words in the caller's language.</summary>
public sealed class ApiProblem(int status, Rejection rejection, IReadOnlyList<Rejection>? fields = null) : IResult
{
    public const string ContentType = "application/problem+json";

    public int Status => status;

    /// <summary>Finds the failure in the log; only for failures of the portal itself.</summary>
    public string? TraceId { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var texts = httpContext.RequestServices.GetRequiredService<CodeTexts>();
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        httpContext.Response.StatusCode = status;
        return httpContext.Response.WriteAsJsonAsync(Describe(texts), json, ContentType, httpContext.RequestAborted);
    }

    /// <summary>The problem in the caller's language.</summary>
    public ProblemBody Describe(CodeTexts texts)
    {
        var title = $"Api.Title{status}";
        IReadOnlyList<Rejection> about = fields ?? (rejection.Field is null ? [] : [rejection]);
        var errors = about
            .GroupBy(field => field.Field ?? "")
            .ToDictionary(group => group.Key, group => group.Select(f => texts.Find(f.Code, f.Arguments)).Distinct().ToArray());
        return new ProblemBody(
            "about:blank",
            texts.Find(title),
            status,
            texts.Find(rejection.Code, rejection.Arguments),
            rejection.Code,
            errors.Count == 0 ? null : errors,
            TraceId);
    }
}
