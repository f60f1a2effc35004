using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Terms;

namespace LoyaltyAdmin.Tests.Features.Terms;

public sealed class CompareTermsTests
{
    [Fact]
    public void Words_that_changed_in_a_sentence_are_marked_and_the_rest_is_not()
    {
        var lines = CompareTerms.Between(Paper("A purchase earns 5% of its sum in points."), Paper("A purchase earns 7% of its sum in points."));

        Assert.Equal([TermsMark.Same, TermsMark.Same], lines.Select(l => l.Mark));
        Assert.Equal("5%", string.Concat(lines[1].Pieces.Where(p => p.Mark == TermsMark.Removed).Select(p => p.Text)));
        Assert.Equal("7%", string.Concat(lines[1].Pieces.Where(p => p.Mark == TermsMark.Added).Select(p => p.Text)));
    }

    [Fact]
    public void Another_sentence_is_one_gone_and_one_new()
    {
        var lines = CompareTerms.Between(Paper("Points do not expire."), Paper("Every full 100 brings you a star, and so on."));

        Assert.Equal([TermsMark.Same, TermsMark.Removed, TermsMark.Added], lines.Select(l => l.Mark));
    }

    [Fact]
    public void Sentences_and_chapters_come_and_go()
    {
        var before = new TermsDocument([new TermsSection("Earning", ["One.", "Two."])]);
        var after = new TermsDocument([new TermsSection("Earning", ["One."]), new TermsSection("Levels", ["Three."])]);

        var lines = CompareTerms.Between(before, after);

        Assert.Equal(
            ["Same Earning", "Same One.", "Removed Two.", "Added Levels", "Added Three."],
            lines.Select(l => $"{l.Mark} {l.Pieces[0].Text}").OrderBy(l => Array.IndexOf(["Same Earning", "Same One.", "Removed Two.", "Added Levels", "Added Three."], l)));
        Assert.Equal(after.Sections.Sum(s => s.Sentences.Count + 1), lines.Count(l => l.Mark != TermsMark.Removed));
    }

    [Fact]
    public void What_a_person_wrote_on_several_lines_or_with_a_heading_sign_stays_one_sentence()
    {
        var lines = CompareTerms.Plain(Paper("# A gift\nat each visit"));

        Assert.Equal([true, false], lines.Select(l => l.Heading));
        Assert.Equal(" A gift at each visit".Trim(), lines[1].Pieces[0].Text.Trim());
    }

    private static TermsDocument Paper(string sentence) => new([new TermsSection("Earning", [sentence])]);
}
