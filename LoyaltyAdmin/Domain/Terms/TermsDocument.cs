namespace LoyaltyAdmin.Domain.Terms;

/// <summary>The terms for one audience in one language: headings with sentences under them.</summary>
public sealed record TermsDocument(IReadOnlyList<TermsSection> Sections)
{
    public static readonly TermsDocument Empty = new([]);

    public bool Equals(TermsDocument? other) => other is not null && Sections.SequenceEqual(other.Sections);

    public override int GetHashCode() => Sections.Count;
}

/// <summary>A heading with its sentences.</summary>
public sealed record TermsSection(string Heading, IReadOnlyList<string> Sentences)
{
    public bool Equals(TermsSection? other) => other is not null && Heading == other.Heading && Sentences.SequenceEqual(other.Sentences);

    public override int GetHashCode() => HashCode.Combine(Heading, Sentences.Count);
}
