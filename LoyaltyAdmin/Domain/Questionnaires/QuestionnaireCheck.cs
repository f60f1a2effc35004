using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>Whether a questionnaire can be put before customers.</summary>
public static class QuestionnaireCheck
{
    public const int LongestWords = 200;
    public const int LongestText = 4_000;
    public const int MostQuestions = 60;

    /// <summary>All that is wrong, each naming the question or consent by its key; empty where it can be published.</summary>
    /// <param name="questionnaire">What is to be published.</param>
    /// <param name="pointDecimals">How finely points are divided.</param>
    public static IReadOnlyList<Rejection> Problems(Questionnaire questionnaire, int pointDecimals)
    {
        var problems = new List<Rejection>();
        if (questionnaire.Questions.Count is 0 or > MostQuestions)
        {
            problems.Add(new Rejection("Questionnaires.NoQuestions", MostQuestions));
        }

        foreach (var key in questionnaire.Questions.Select(q => q.Key).Concat(questionnaire.Consents.Select(c => c.Key)).GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            problems.Add(new Rejection("Questionnaires.KeyTwice", key) { Field = key });
        }

        problems.AddRange(questionnaire.Questions.Select(Of).OfType<Rejection>());
        problems.AddRange(questionnaire.Consents.Select(Of).OfType<Rejection>());
        if (questionnaire.Points < 0 || questionnaire.Points > 1_000_000 || decimal.Round(questionnaire.Points, pointDecimals) != questionnaire.Points)
        {
            problems.Add(new Rejection("Questionnaires.PointsOutOfRange", pointDecimals) { Field = "points" });
        }

        if (questionnaire.Points > 0 && !Asks(questionnaire))
        {
            problems.Add(new Rejection("Questionnaires.ContactNotAsked") { Field = "contact" });
        }

        if (questionnaire.Points > 0 && !questionnaire.Questions.Any(q => q.Required))
        {
            problems.Add(new Rejection("Questionnaires.NothingNeeded") { Field = "points" });
        }

        if (questionnaire.Junk is { MembersOfPhone: < 1 } or { PurchasesPerDay: < 1 } or { PurchasesAtOneRegister: < 2 })
        {
            problems.Add(new Rejection("Questionnaires.LimitTooLow") { Field = "junk" });
        }

        return problems;
    }

    private static bool Asks(Questionnaire questionnaire) => questionnaire.Questions.Any(q => questionnaire.Contact switch
    {
        ContactToVerify.Phone => q.Kind == QuestionKind.Phone,
        ContactToVerify.Email => q.Kind == QuestionKind.Email,
        _ => q.Kind is QuestionKind.Phone or QuestionKind.Email,
    });

    private static Rejection? Of(Question question)
    {
        var code = question switch
        {
            _ when !IsKey(question.Key) || (question.Kind.IsProfile() && question.Key != question.Kind.KeyOf()) => "Questionnaires.KeyWrong",
            { Kind: var kind } when !kind.IsProfile() && Enum.GetValues<QuestionKind>().Any(k => k.IsProfile() && k.KeyOf() == question.Key) => "Questionnaires.KeyWrong",
            _ when question.Words.HasGap || IsLong(question.Words, LongestWords) => "Questionnaires.WordsMissing",
            _ when (!question.Help.IsEmpty && question.Help.HasGap) || IsLong(question.Help, LongestWords) => "Questionnaires.HelpInOneLanguage",
            { Weight: < 1 or > Question.GreatestWeight } => "Questionnaires.WeightOutOfRange",
            _ when question.Kind.HasOptions() && (question.Options.Count < 2 || question.Options.Any(o => !IsKey(o.Key) || o.Words.HasGap || IsLong(o.Words, LongestWords))
                || question.Options.DistinctBy(o => o.Key).Count() != question.Options.Count) => "Questionnaires.OptionsMissing",
            _ => null,
        };
        return code is null ? null : new Rejection(code, question.Key) { Field = question.Key };
    }

    private static Rejection? Of(ConsentAsked consent)
    {
        var code = !IsKey(consent.Key) ? "Questionnaires.KeyWrong"
            : consent.Title.HasGap || IsLong(consent.Title, LongestWords) ? "Questionnaires.WordsMissing"
            : consent.Text.HasGap || IsLong(consent.Text, LongestText) ? "Questionnaires.ConsentTextMissing"
            : null;
        return code is null ? null : new Rejection(code, consent.Key) { Field = consent.Key };
    }

    private static bool IsLong(LocalWords words, int most) => words.En.Length > most || words.Ru.Length > most;

    private static bool IsKey(string key) => key.Length is > 0 and <= 40 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
