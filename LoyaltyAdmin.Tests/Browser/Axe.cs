using System.Text.Json;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>axe-core in a page: what keeps people from using it who do not see, hear or point as others do.</summary>
public static class Axe
{
    private const string Run =
        """
        async () => {
          const found = await axe.run(document, { resultTypes: ['violations'] });
          return JSON.stringify(found.violations
            .filter(v => v.impact === 'serious' || v.impact === 'critical')
            .map(v => ({ rule: v.id, places: v.nodes.map(n => n.target.join(' ') + ' | ' + n.html.slice(0, 160) + ' | ' + (n.any[0] ?? n.all[0] ?? n.none[0])?.message) })));
        }
        """;

    private static readonly string Script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    /// <summary>The rules broken seriously or critically, with the first places.</summary>
    public static async Task<IReadOnlyList<AxeFinding>> FindAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe !== 'undefined'"))
        {
            await page.EvaluateAsync(Script);
        }

        return JsonSerializer.Deserialize<AxeFinding[]>(await page.EvaluateAsync<string>(Run), JsonSerializerOptions.Web)!;
    }
}

/// <summary>A rule of axe that a page breaks, and where.</summary>
public sealed record AxeFinding(string Rule, IReadOnlyList<string> Places)
{
    public override string ToString() => $"{Rule} × {Places.Count}: {string.Join("\n      ", Places.Take(3))}";
}
