using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using LoyaltyAdmin.Domain.Terms;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>What became of a piece of text.</summary>
public enum TermsMark
{
    Same,
    Added,
    Removed,
}

/// <summary>Some words with what became of them.</summary>
public sealed record TermsPiece(string Text, TermsMark Mark);

/// <summary>A heading or a sentence, in pieces.</summary>
public sealed record TermsLine(bool Heading, IReadOnlyList<TermsPiece> Pieces)
{
    /// <summary>What became of it as a whole: <see cref="TermsMark.Same"/> also where only words changed.</summary>
    public TermsMark Mark => Pieces.Select(p => p.Mark).Distinct().Take(2).Count() == 1 ? Pieces[0].Mark : TermsMark.Same;

    public bool Changed => Pieces.Any(p => p.Mark != TermsMark.Same);
}

/// <summary>Tells two readings of the terms apart: sentences that came and went, and words within those that stayed.</summary>
public static class CompareTerms
{
    private const char Heading = '#';

    /// <summary>How much of two sentences must be alike for one to be the other rewritten.</summary>
    private const double Alike = 0.5;

    private static readonly WordChunker Words = new();

    /// <summary>The lines of both, in order.</summary>
    public static IReadOnlyList<TermsLine> Between(TermsDocument before, TermsDocument after)
    {
        var sides = SideBySideDiffBuilder.Diff(Flat(before), Flat(after), ignoreWhiteSpace: false);
        var lines = new List<TermsLine>();
        foreach (var (old, @new) in sides.OldText.Lines.Zip(sides.NewText.Lines))
        {
            if (old.Type == ChangeType.Modified && Rewritten(old.Text, @new.Text) is { } rewritten)
            {
                lines.Add(rewritten);
                continue;
            }

            if (old.Type != ChangeType.Unchanged && old.Text is { } gone)
            {
                lines.Add(Line(gone, TermsMark.Removed));
            }

            if (@new.Text is { } there)
            {
                lines.Add(Line(there, @new.Type == ChangeType.Unchanged ? TermsMark.Same : TermsMark.Added));
            }
        }

        return lines;
    }

    /// <summary>The lines of one reading, unmarked.</summary>
    public static IReadOnlyList<TermsLine> Plain(TermsDocument document) =>
        [.. document.Sections.SelectMany(LinesOf).Select(line => Line(line, TermsMark.Same))];

    private static TermsLine? Rewritten(string before, string after)
    {
        if (before[0] == Heading || after[0] == Heading)
        {
            return null;
        }

        var pieces = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, Words).Lines
            .Select(piece => new TermsPiece(piece.Text, piece.Type switch
            {
                ChangeType.Inserted => TermsMark.Added,
                ChangeType.Deleted => TermsMark.Removed,
                _ => TermsMark.Same,
            })).ToList();
        var same = pieces.Where(p => p.Mark == TermsMark.Same).Sum(p => p.Text.Trim().Length);
        return same >= Alike * Math.Max(before.Length, after.Length) ? new TermsLine(false, pieces) : null;
    }

    private static TermsLine Line(string text, TermsMark mark) =>
        text[0] == Heading ? new(true, [new TermsPiece(text[1..], mark)]) : new(false, [new TermsPiece(text, mark)]);

    private static string Flat(TermsDocument document) => string.Join('\n', document.Sections.SelectMany(LinesOf));

    /// <summary>A sentence of a person, such as a privilege, may have several lines; here it has one.</summary>
    private static IEnumerable<string> LinesOf(TermsSection section) =>
        section.Sentences.Select(sentence => OneLine(sentence)).Where(s => s.Length > 0).Prepend(Heading + section.Heading);

    private static string OneLine(string sentence) => string.Join(' ', sentence.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimStart(Heading);
}
