using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Api.Problems;

/// <summary>Turns what the use cases refuse into answers of the API.</summary>
public static class Problems
{
    private static readonly (string Ending, int Status)[] Statuses =
    [
        ("Unknown", StatusCodes.Status404NotFound),
        ("NotFound", StatusCodes.Status404NotFound),
        ("Taken", StatusCodes.Status409Conflict),
        ("Conflict", StatusCodes.Status409Conflict),
        ("ChangedByAnother", StatusCodes.Status409Conflict),
        ("Malformed", StatusCodes.Status400BadRequest),
        ("Invalid", StatusCodes.Status400BadRequest),
        ("NotValid", StatusCodes.Status400BadRequest),
        ("IsJunk", StatusCodes.Status400BadRequest),
        ("Missing", StatusCodes.Status400BadRequest),
        ("Required", StatusCodes.Status400BadRequest),
        ("TooLong", StatusCodes.Status400BadRequest),
        ("TooManyDecimals", StatusCodes.Status400BadRequest),
    ];

    /// <summary>The answer for a refusal; its status follows from the ending of the code, 422 where none fits.</summary>
    public static ApiProblem ToProblem(this Rejection rejection) => new ApiProblem(StatusOf(rejection.Code), rejection);

    /// <summary>The status that a code is answered with.</summary>
    public static int StatusOf(string code)
    {
        foreach (var (ending, status) in Statuses)
        {
            if (code.EndsWith(ending, StringComparison.Ordinal))
            {
                return status;
            }
        }

        return StatusCodes.Status422UnprocessableEntity;
    }
}
