using System.Globalization;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Platform.Localization;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>Writes the terms from what the engine goes by, so that promise and engine never part.</summary>
public sealed class WriteTerms(IEnumerable<ITermsChapter> chapters)
{
    private readonly ITermsChapter[] ordered = [.. chapters.OrderBy(c => c.Place)];

    /// <summary>The terms for every audience in every language.</summary>
    /// <param name="conditions">The conditions to tell.</param>
    /// <param name="pointDecimals">Decimals of the program's points.</param>
    /// <param name="at">The instant whose plans, partners and offers are told (UTC).</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TermsTexts> AllAsync(ProgramConditions conditions, int pointDecimals, DateTime at, CancellationToken ct)
    {
        var papers = new List<TermsPaper>();
        foreach (var audience in Enum.GetValues<TermsAudience>())
        {
            foreach (var language in Cultures.All)
            {
                papers.Add(new TermsPaper(audience, language, await InAsync(language, new TermsScope(audience, conditions, at, pointDecimals), ct)));
            }
        }

        return new TermsTexts(papers);
    }

    private async Task<TermsDocument> InAsync(string language, TermsScope scope, CancellationToken ct)
    {
        // A culture that an async method sets is its own: the caller keeps what it had.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var sections = new List<TermsSection>();
        foreach (var chapter in ordered)
        {
            sections.AddRange((await chapter.WriteAsync(scope, ct)).Where(section => section.Sentences.Count > 0));
        }

        return new TermsDocument(sections);
    }
}
