using System.Globalization;
using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>A member's answers to the questions of one questionnaire, with what they are worth.</summary>
/// <param name="Questionnaire">The questions.</param>
/// <param name="Answers">By the key of the question; what was not answered is not there.</param>
public sealed record AnswerSheet(Questionnaire Questionnaire, IReadOnlyDictionary<string, Answer> Answers)
{
    /// <summary>
    /// The answers that a member gave. What the profile knows is an answer; of a profile field that the profile lacks, what
    /// was answered and is junk.
    /// </summary>
    /// <param name="questionnaire">The questions.</param>
    /// <param name="profile">What the profile knows.</param>
    /// <param name="kept">Answers that are kept beside the profile.</param>
    /// <param name="country">Whose way of writing phones is meant.</param>
    /// <param name="today">The program's day.</param>
    public static AnswerSheet Of(
        Questionnaire questionnaire, MemberProfile profile, IReadOnlyDictionary<string, Answer> kept, string country, DateOnly today)
    {
        var answers = new Dictionary<string, Answer>();
        foreach (var question in questionnaire.Questions)
        {
            if (ValueOf(question.Kind, profile) is { } known)
            {
                answers[question.Key] = AnswerCheck.Of(question, known, country, today);
            }
            else if (kept.TryGetValue(question.Key, out var answer))
            {
                answers[question.Key] = answer;
            }
        }

        return new AnswerSheet(questionnaire, answers);
    }

    /// <summary>Quality, 0 to 100: Σ weight × valid / Σ weight, rounded down (R16).</summary>
    public int Score
    {
        get
        {
            var all = Questionnaire.Questions.Sum(q => q.Weight);
            return all == 0 ? 0 : Questionnaire.Questions.Where(q => Find(q.Key)?.IsValid == true).Sum(q => q.Weight) * 100 / all;
        }
    }

    /// <summary>Whether each required question has an answer of some kind.</summary>
    public bool IsFilled => Questionnaire.Questions.All(q => !q.Required || Answers.ContainsKey(q.Key));

    /// <summary>Whether each required question has a valid answer: what counts.</summary>
    public bool IsValid => Questionnaire.Questions.All(q => !q.Required || Find(q.Key)?.IsValid == true);

    /// <summary>All that is wrong with any answer.</summary>
    public JunkRule Junk => Questionnaire.Questions.Aggregate(JunkRule.None, (rules, q) => rules | (Find(q.Key)?.Junk ?? JunkRule.None));

    /// <summary>Questions without an answer.</summary>
    public IEnumerable<Question> Missing => Questionnaire.Questions.Where(q => !Answers.ContainsKey(q.Key));

    public Answer? Find(string key) => Answers.GetValueOrDefault(key);

    private static string? ValueOf(QuestionKind kind, MemberProfile profile) => kind switch
    {
        QuestionKind.Phone => profile.Phone,
        QuestionKind.Email => profile.Email,
        QuestionKind.FirstName => profile.FirstName,
        QuestionKind.LastName => profile.LastName,
        QuestionKind.BirthDate => profile.BirthDate?.ToString("O", CultureInfo.InvariantCulture),
        _ => null,
    };
}
