using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Api.Problems;

/// <summary>Collects all that is wrong with the fields of a request, so that the caller learns it at once.</summary>
public sealed class FieldErrors
{
    /// <summary>More than this is not told: a broken sender would get its thousand lines back.</summary>
    private const int Most = 50;

    private readonly List<Rejection> errors = [];

    public bool Any => errors.Count > 0;

    /// <summary>Notes that a field is wrong; the code is a key of the API's or a feature's texts.</summary>
    public void Add(string field, string code, params object[] arguments) =>
        Add(new Rejection(code, arguments) { Field = field });

    /// <summary>Notes a refusal that names its field.</summary>
    public void Add(Rejection rejection)
    {
        if (errors.Count < Most)
        {
            errors.Add(rejection);
        }
    }

    /// <summary>The answer 400 that tells them all.</summary>
    public ApiProblem ToProblem() => new ApiProblem(StatusCodes.Status400BadRequest, new Rejection("Api.Invalid"), errors);
}
