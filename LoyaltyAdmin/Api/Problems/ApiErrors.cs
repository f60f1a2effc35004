using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LoyaltyAdmin.Domain.Values;
using Microsoft.AspNetCore.Http.Metadata;

namespace LoyaltyAdmin.Api.Problems;

/// <summary>Sees to it that whatever goes wrong under /api is told as a problem, in the caller's language, and never as a page.</summary>
public sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        CallerCulture.Set(http.Request);
        try
        {
            if (RefuseBody(http) is { } refused)
            {
                await refused.ExecuteAsync(http);
                return;
            }

            await next(http);
            await FillAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await Describe(failure, http).ExecuteAsync(http);
        }
    }

    /// <summary>Sizes and encodings that are refused before anything is read.</summary>
    private static ApiProblem? RefuseBody(HttpContext http)
    {
        var limit = LimitOf(http);
        if (http.Request.ContentLength > limit)
        {
            return TooLarge(limit.Value);
        }

        return http.Request.HasJsonContentType() && http.Request.GetTypedHeaders().ContentType?.Charset.Value is { Length: > 0 } charset
            && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                ? new ApiProblem(StatusCodes.Status415UnsupportedMediaType, new Rejection("Api.UnsupportedMediaType", "application/json; charset=utf-8"))
                : null;
    }

    private static long? LimitOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;

    /// <summary>Routing and the reading of bodies answer some requests by a bare status: it gets its words here.</summary>
    private static Task FillAsync(HttpContext http)
    {
        var bare = http.Response is { HasStarted: false, ContentType: null, ContentLength: null or 0 };
        Rejection? rejection = !bare ? null : http.Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => new Rejection("Api.Malformed"),
            StatusCodes.Status404NotFound => new Rejection("Api.NotFound"),
            StatusCodes.Status405MethodNotAllowed => new Rejection("Api.MethodNotAllowed", http.Request.Method),
            StatusCodes.Status413PayloadTooLarge => new Rejection("Api.TooLarge", LimitOf(http) ?? 0),
            StatusCodes.Status415UnsupportedMediaType => new Rejection("Api.UnsupportedMediaType", Accepted(http)),
            _ => null,
        };
        return rejection is null ? Task.CompletedTask : new ApiProblem(http.Response.StatusCode, rejection).ExecuteAsync(http);
    }

    /// <summary>The content types of the address that was asked: routing has by now put its refusal in the endpoint's place.</summary>
    private static string Accepted(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api/v1/imports") ? "multipart/form-data" : "application/json";

    private ApiProblem Describe(Exception failure, HttpContext http)
    {
        switch (failure)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return TooLarge(LimitOf(http) ?? 0);
            case BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }:
                return new ApiProblem(StatusCodes.Status415UnsupportedMediaType, new Rejection("Api.UnsupportedMediaType", Accepted(http)));
            case BadHttpRequestException { InnerException: JsonException json }:
                return Describe(json);
            case BadHttpRequestException bad:
                return Parameter().Match(bad.Message) is { Success: true } match
                    ? Invalid(new Rejection("Api.WrongType") { Field = match.Groups[1].Value })
                    : new ApiProblem(StatusCodes.Status400BadRequest, new Rejection("Api.Malformed"));
            case InvalidDataException:
                return new ApiProblem(StatusCodes.Status400BadRequest, new Rejection("Api.Malformed"));
            case UnauthorizedAccessException:
                return new ApiProblem(StatusCodes.Status403Forbidden, new Rejection("Api.Forbidden"));
        }

        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        LogFailure(failure, http.Request.Method, http.Request.Path, trace);
        return new ApiProblem(StatusCodes.Status500InternalServerError, new Rejection("Api.Internal", trace)) { TraceId = trace };
    }

    private static ApiProblem Describe(JsonException json)
    {
        // The reader's own exception means broken syntax; without one the syntax is right and a value is not.
        var field = json.Path?.TrimStart('$').TrimStart('.') ?? "";
        return json.InnerException is JsonException || field.Length == 0
            ? new ApiProblem(
                StatusCodes.Status400BadRequest,
                new Rejection("Api.MalformedJson", Place(json.LineNumber), Place(json.BytePositionInLine)))
            : Invalid(new Rejection("Api.WrongType") { Field = field });
    }

    private static string Place(long? zeroBased) => ((zeroBased ?? 0) + 1).ToString(CultureInfo.InvariantCulture);

    private static ApiProblem Invalid(Rejection field) =>
        new(StatusCodes.Status400BadRequest, new Rejection("Api.Invalid"), [field]);

    private static ApiProblem TooLarge(long limit) =>
        new(StatusCodes.Status413PayloadTooLarge, new Rejection("Api.TooLarge", limit));

    [GeneratedRegex("\"[^\" ]+ (\\w+)\"")]
    private static partial Regex Parameter();

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed; the caller was told the code {Trace}.")]
    private partial void LogFailure(Exception failure, string method, PathString path, string trace);
}
