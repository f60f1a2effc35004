using System.Text.Json;
using System.Text.Json.Serialization;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Features.Questionnaires;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Api.V1;

/// <summary>What members are asked.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Points">Given once for a full questionnaire with a verified contact; 0 for none.</param>
/// <param name="Contact">Which contact must be verified.</param>
/// <param name="Questions">In the order in which they are asked.</param>
/// <param name="Consents">What members are asked to agree to.</param>
public sealed record QuestionnaireAnswer(
    int Version, decimal Points, ContactToVerify Contact, IReadOnlyList<QuestionAnswer> Questions, IReadOnlyList<ConsentAskedAnswer> Consents)
{
    internal static QuestionnaireAnswer Of(QuestionnaireVersion asked, string language) => new(
        asked.Number,
        asked.Content.Points,
        asked.Content.Contact,
        [.. asked.Content.Questions.Select(q => new QuestionAnswer(
            q.Key, q.Kind, q.Step, q.Words.In(language), q.Help.In(language), q.Required, q.Weight,
            [.. q.Options.Select(o => new OptionAnswer(o.Key, o.Words.In(language)))]))],
        [.. asked.Content.Consents.Select(c => new ConsentAskedAnswer(c.Key, c.Version, c.Title.In(language), c.Text.In(language), c.Required))]);
}

/// <summary>A question.</summary>
/// <param name="Key">Names its answer.</param>
/// <param name="Kind">What kind of answer it takes.</param>
/// <param name="Step">atIssue is asked when the member joins, later at any time after.</param>
/// <param name="Words">The question.</param>
/// <param name="Help">A sentence under it; may be empty.</param>
/// <param name="Required">Whether the questionnaire is not full without a valid answer.</param>
/// <param name="Weight">What a valid answer counts for in the score.</param>
/// <param name="Options">What can be chosen; an answer holds their keys.</param>
public sealed record QuestionAnswer(
    string Key, QuestionKind Kind, QuestionStep Step, string Words, string Help, bool Required, int Weight, IReadOnlyList<OptionAnswer> Options);

/// <summary>One of the answers to choose from.</summary>
public sealed record OptionAnswer(string Key, string Words);

/// <summary>A consent that members are asked for.</summary>
/// <param name="Key">Names it.</param>
/// <param name="Version">The version of its text, to be sent back with the consent.</param>
/// <param name="Title">Its name.</param>
/// <param name="Text">What the member agrees to.</param>
/// <param name="Required">Whether the questionnaire is not full without it.</param>
public sealed record ConsentAskedAnswer(string Key, int Version, string Title, string Text, bool Required);

/// <summary>What became of answers that were handed in.</summary>
/// <param name="MemberId">Whose.</param>
/// <param name="Version">The version of the questionnaire.</param>
/// <param name="Score">Quality, 0 to 100: what valid answers weigh of all.</param>
/// <param name="Filled">Whether each required question was answered somehow.</param>
/// <param name="Valid">Whether each required answer is valid.</param>
/// <param name="Missing">Keys of questions without an answer.</param>
/// <param name="Junk">Answers that count for nothing, and why.</param>
public sealed record FillingAnswer(long MemberId, int Version, int Score, bool Filled, bool Valid, IReadOnlyList<string> Missing, IReadOnlyList<JunkAnswer> Junk)
{
    internal static FillingAnswer Of(FillingOutcome outcome, IStringLocalizer<QuestionnairesText> text) => new(
        outcome.MemberId, outcome.Version, outcome.Score, outcome.IsFilled, outcome.IsValid, outcome.Missing,
        [.. outcome.Junk.SelectMany(junk => JunkAnswer.Of(junk.Key, junk.Value, text))]);
}

/// <summary>Why an answer counts for nothing.</summary>
/// <param name="Key">The question.</param>
/// <param name="Code">The rule.</param>
/// <param name="Text">The rule in the caller's language.</param>
public sealed record JunkAnswer(string Key, string Code, string Text)
{
    internal static IEnumerable<JunkAnswer> Of(string key, JunkRule rules, IStringLocalizer<QuestionnairesText> text) =>
        rules.Each().Select(rule => new JunkAnswer(key, JsonNamingPolicy.CamelCase.ConvertName(rule.ToString()), text[$"Junk.{rule}"]));
}

/// <summary>How it stands with a member's questionnaire.</summary>
public sealed record MemberQuestionnaireAnswer
{
    public required long MemberId { get; init; }

    /// <summary>The version that is asked now.</summary>
    public required int Version { get; init; }

    /// <summary>The version that was answered last; null where nothing was handed in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? AnsweredVersion { get; init; }

    /// <summary>Quality, 0 to 100, by the version that was answered last.</summary>
    public required int Score { get; init; }

    /// <summary>Whether each required answer to what is asked now is valid.</summary>
    public required bool Valid { get; init; }

    /// <summary>By the key of the question, as they are kept.</summary>
    public required IReadOnlyDictionary<string, string> Answers { get; init; }

    /// <summary>Keys of questions without an answer.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Answers that count for nothing, and why.</summary>
    public required IReadOnlyList<JunkAnswer> Junk { get; init; }

    /// <summary>Consents that stand.</summary>
    public required IReadOnlyList<StandingConsent> Consents { get; init; }

    public required bool PhoneVerified { get; init; }

    public required bool EmailVerified { get; init; }

    /// <summary>Points for a full questionnaire.</summary>
    public required decimal Points { get; init; }

    /// <summary>none, waiting or given.</summary>
    public required RewardState Reward { get; init; }

    internal static MemberQuestionnaireAnswer Of(MemberQuestionnaireView view, ProgramTimeline timeline, IStringLocalizer<QuestionnairesText> text) => new()
    {
        MemberId = view.MemberId,
        Version = view.Asked.Number,
        AnsweredVersion = view.AnsweredVersion,
        Score = view.Score,
        Valid = view.Sheet.IsValid,
        Answers = view.Sheet.Answers.ToDictionary(a => a.Key, a => a.Value.Value),
        Missing = [.. view.Sheet.Missing.Select(q => q.Key)],
        Junk = [.. view.Sheet.Answers.SelectMany(a => JunkAnswer.Of(a.Key, a.Value.Junk, text))],
        Consents = [.. view.Consents.Where(c => c.Stands).Select(c => new StandingConsent(c.Key, c.Version, ApiInstant.Tell(c.GivenAt, timeline)))],
        PhoneVerified = view.PhoneVerifiedAt is not null,
        EmailVerified = view.EmailVerifiedAt is not null,
        Points = view.Asked.Content.Points,
        Reward = view.Reward,
    };
}

/// <summary>A consent that stands.</summary>
/// <param name="Key">Names it.</param>
/// <param name="Version">The version of the text that was shown.</param>
/// <param name="GivenAt">When it was given.</param>
public sealed record StandingConsent(string Key, int Version, DateTimeOffset GivenAt);
