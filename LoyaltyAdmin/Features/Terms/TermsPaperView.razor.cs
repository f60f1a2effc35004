using LoyaltyAdmin.Domain.Terms;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>The terms as on paper, what changed marked where there is something to compare with.</summary>
public sealed partial class TermsPaperView
{
    private IReadOnlyList<(TermsLine Heading, List<TermsLine> Lines)> sections = [];

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>From when on they read so, in words.</summary>
    [Parameter] public string? Since { get; set; }

    /// <summary>Two letters of the language they are written in.</summary>
    [Parameter, EditorRequired] public required string Language { get; set; }

    [Parameter, EditorRequired] public required TermsDocument Document { get; set; }

    /// <summary>What to mark the changes against; null to mark nothing.</summary>
    [Parameter] public TermsDocument? Before { get; set; }

    protected override void OnParametersSet()
    {
        var read = new List<(TermsLine Heading, List<TermsLine> Lines)>();
        foreach (var line in Before is null ? CompareTerms.Plain(Document) : CompareTerms.Between(Before, Document))
        {
            if (line.Heading)
            {
                read.Add((line, []));
            }
            else
            {
                read[^1].Lines.Add(line);
            }
        }

        sections = read;
    }
}
