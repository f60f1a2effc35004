namespace LoyaltyAdmin.Domain.Terms;

/// <summary>The terms for every audience in every language.</summary>
/// <param name="Papers">By audience and language.</param>
public sealed record TermsTexts(IReadOnlyList<TermsPaper> Papers)
{
    /// <summary>The terms for an audience in a language; empty where they were not written.</summary>
    public TermsDocument For(TermsAudience audience, string language) =>
        Papers.FirstOrDefault(p => p.Audience == audience && p.Language == language)?.Document ?? TermsDocument.Empty;

    public bool Equals(TermsTexts? other) => other is not null && Papers.SequenceEqual(other.Papers);

    public override int GetHashCode() => Papers.Count;
}

/// <summary>The terms for one audience in one language.</summary>
/// <param name="Audience">For whom.</param>
/// <param name="Language">Two letters, such as <c>ru</c>.</param>
/// <param name="Document">What they say.</param>
public sealed record TermsPaper(TermsAudience Audience, string Language, TermsDocument Document);
