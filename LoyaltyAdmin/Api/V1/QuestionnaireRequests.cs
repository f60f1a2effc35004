using System.Text.Json;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Features.Questionnaires;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Answers of a member.</summary>
public sealed record AnswersRequest
{
    /// <summary>The caller's name of this filling; the same content again under it changes nothing.</summary>
    public string? OperationId { get; init; }

    /// <summary>Where the member is asked.</summary>
    public string? Store { get; init; }

    /// <summary>Who asks, or the register.</summary>
    public string? Cashier { get; init; }

    /// <summary>By the key of the question: a text, a number, true or false, keys of options; null takes an answer back.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Answers { get; init; }

    /// <summary>What the member agreed to or withdraws.</summary>
    public IReadOnlyList<ConsentRequest>? Consents { get; init; }
}

/// <summary>A consent.</summary>
public sealed record ConsentRequest
{
    public string? Key { get; init; }

    /// <summary>The version of the text that the member was shown; not needed to withdraw.</summary>
    public int? Version { get; init; }

    /// <summary>False to withdraw; true when missing.</summary>
    public bool? Given { get; init; }
}

/// <summary>Reads answers that callers send.</summary>
internal static class AnswersReader
{
    private const int LongestName = 100;
    private const int Most = 100;

    public static FillingOrder Read(AnswersRequest request, FieldErrors errors)
    {
        var answers = new Dictionary<string, string>();
        foreach (var (key, value) in request.Answers ?? new Dictionary<string, JsonElement>())
        {
            if (Text(value) is { Length: <= 2_000 } text)
            {
                answers[key] = text;
            }
            else
            {
                errors.Add($"answers.{key}", "Api.WrongType");
            }
        }

        var consents = new List<ConsentGiven>();
        foreach (var (consent, number) in (request.Consents ?? []).Select((consent, number) => (consent, number)))
        {
            var given = consent.Given ?? true;
            if (given && consent.Version is null)
            {
                errors.Add($"consents[{number}].version", "Api.Required");
            }

            consents.Add(new ConsentGiven(errors.Required($"consents[{number}].key", consent.Key, LongestName), consent.Version ?? 0, given));
        }

        if (answers.Count > Most || consents.Count > Most)
        {
            errors.Add("answers", "Api.TooLong", Most);
        }

        return new FillingOrder
        {
            MemberId = 0,
            OperationId = errors.Required("operationId", request.OperationId, LongestName),
            Store = errors.Optional("store", request.Store, LongestName),
            Cashier = errors.Optional("cashier", request.Cashier, LongestName),
            Answers = answers,
            Consents = consents,
        };
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => string.Join(',', value.EnumerateArray().Select(item => item.GetString())),
        _ => null,
    };
}
