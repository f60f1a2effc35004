using System.Runtime.CompilerServices;

namespace LoyaltyAdmin.Tests.Shell;

public sealed class StyleSheetTests
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

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
