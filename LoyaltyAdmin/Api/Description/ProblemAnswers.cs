using LoyaltyAdmin.Api.Problems;

namespace LoyaltyAdmin.Api.Description;

/// <summary>Describes the errors that every call may answer with.</summary>
public static class ProblemAnswers
{
    private static readonly int[] OfEveryCall =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
        StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError,
    ];

    public static RouteGroupBuilder ProducesProblems(this RouteGroupBuilder group)
    {
        foreach (var status in OfEveryCall)
        {
            group.WithMetadata(Answer(status));
        }

        return group;
    }

    /// <summary>Describes errors that one call adds to those of every call.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder call, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            call.WithMetadata(Answer(status));
        }

        return call;
    }

    private static ProducesResponseTypeMetadata Answer(int status) => new(status, typeof(ProblemBody), [ApiProblem.ContentType]);
}
