using System.Globalization;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Terms;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>What each consent says and said, with what every version changed.</summary>
public sealed partial class ConsentsPage
{
    public const string Path = "/joining/questionnaire/consents";
    private IReadOnlyList<ConsentText>? texts;

    [Inject] public required QuestionnaireQueries Queries { get; init; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    protected override async Task OnInitializedAsync() => texts = await Queries.ConsentTextsAsync(Cancelled);

    private static IEnumerable<(ConsentText Text, ConsentText? Before)> Pairs(IEnumerable<ConsentText> versions)
    {
        var list = versions.ToList();
        return list.Select((text, place) => (text, list.ElementAtOrDefault(place + 1)));
    }

    /// <summary>The words of a text with what became of those of the one before it.</summary>
    private static IReadOnlyList<TermsPiece> Compared(ConsentText text, ConsentText? before, string language) => before is null
        ? [new TermsPiece(text.Text.In(language), TermsMark.Same)]
        : [.. CompareTerms.Between(Document(before, language), Document(text, language)).Where(line => !line.Heading).SelectMany(line => line.Pieces.Append(new TermsPiece(" ", TermsMark.Same)))];

    private static TermsDocument Document(ConsentText text, string language) => new([new TermsSection("·", [text.Text.In(language)])]);
}
