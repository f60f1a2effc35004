using System.Globalization;
using LoyaltyAdmin.Domain.Questionnaires;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>The questionnaire as customers see it, in either language.</summary>
public sealed partial class QuestionnairePreview
{
    private string language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    [Parameter, EditorRequired] public required Questionnaire Content { get; set; }

    private (string Yes, string No) YesNo => language == "ru" ? ("Да", "Нет") : ("Yes", "No");

    private string Named(LocalWords words) => words.In(language) is { Length: > 0 } name ? name : "…";

    private string In(QuestionStep step) => (step, language) switch
    {
        (QuestionStep.AtIssue, "ru") => "При вступлении",
        (QuestionStep.AtIssue, _) => "When joining",
        (_, "ru") => "Позже",
        _ => "Later",
    };

    private static string Sample(QuestionKind kind) => kind switch
    {
        QuestionKind.Phone => "+7 916 123-45-67",
        QuestionKind.Email => "name@example.com",
        QuestionKind.BirthDate or QuestionKind.Date => "08.03.1985",
        QuestionKind.Number => "0",
        _ => " ",
    };
}
