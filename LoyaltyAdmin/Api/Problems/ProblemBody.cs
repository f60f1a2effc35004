using System.Text.Json.Serialization;

namespace LoyaltyAdmin.Api.Problems;

/// <summary>An error as the API tells it (application/problem+json).</summary>
/// <param name="Type">Always <c>about:blank</c>: the code says what happened.</param>
/// <param name="Title">The kind of error, in the caller's language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong and what to do, in the caller's language.</param>
/// <param name="Code">Stable English name of the error, for programs.</param>
/// <param name="Errors">What is wrong with which field; absent when it is not about fields.</param>
/// <param name="TraceId">Finds the failure in the portal's log; only with status 500.</param>
public sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceId);
