using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace LoyaltyAdmin.Tests.Shell;

public sealed partial class StyleSheetTests
{
    [Fact]
    public void Every_block_is_closed_before_the_next_one_begins()
    {
        var depth = 0;
        var line = 0;
        foreach (var text in File.ReadLines(Path.Combine(Folder(), "..", "..", "LoyaltyAdmin", "wwwroot", "app.css")))
        {
            line++;

            // Nothing but a rule within a media query stands in a block of another.
            foreach (var sign in text)
            {
                depth += sign switch { '{' => 1, '}' => -1, _ => 0 };
                Assert.True(depth is >= 0 and <= 2, $"Line {line}: {depth} blocks are open.");
            }

            Assert.True(depth == 0 || !text.StartsWith("/*", StringComparison.Ordinal), $"Line {line}: a part begins inside a block.");
        }

        Assert.Equal(0, depth);
    }

    [Fact]
    public void What_looks_how_is_said_in_one_place()
    {
        var sheet = Aside().Replace(File.ReadAllText(Path.Combine(Folder(), "..", "..", "LoyaltyAdmin", "wwwroot", "app.css")), "");

        var selectors = Rules().Matches(sheet).Select(rule => rule.Groups[1].Value.Trim());

        Assert.Empty(selectors.GroupBy(selector => selector).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    /// <summary>Comments, and media queries with the rules inside, which say a thing again for a reason.</summary>
    [GeneratedRegex(@"/\*.*?\*/|@(?:media|keyframes)[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", RegexOptions.Singleline)]
    private static partial Regex Aside();

    [GeneratedRegex(@"([^{}]+)\{[^{}]*\}")]
    private static partial Regex Rules();

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
