using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>What of a page does not fit: the page itself, or words cut off where nothing tells them whole.</summary>
public static class Layout
{
    private const string Find =
        """
        () => {
          const wrong = [];
          const over = document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth;
          if (over > 0) {
            wrong.push(`the page is ${over} pixels too wide`);
          }
          for (const e of document.querySelectorAll('body *')) {
            if (e.clientWidth < 3 || e.clientHeight < 3 || e.scrollWidth <= e.clientWidth + 1 || e.closest('svg, .chart-canvas, input, select')) {
              continue;
            }
            const style = getComputedStyle(e);
            const cuts = style.overflowX === 'hidden' || style.overflowX === 'clip';
            if (!cuts || style.visibility === 'hidden' || e.innerText?.trim() === '' || !e.checkVisibility()) {
              continue;
            }
            const told = style.textOverflow === 'ellipsis' && e.closest('[title], [aria-label]');
            if (!told) {
              wrong.push(`cut: ${e.tagName.toLowerCase()}.${e.className} “${e.innerText.trim().slice(0, 60)}” by ${e.scrollWidth - e.clientWidth}`);
            }
          }
          return wrong;
        }
        """;

    public static async Task<IReadOnlyList<string>> FindAsync(IPage page) => await page.EvaluateAsync<string[]>(Find);
}
