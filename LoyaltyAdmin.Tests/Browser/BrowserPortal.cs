using LoyaltyAdmin.Security.FirstStart;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>The portal on a real port with a browser in front of it, shared by the tests of a class.</summary>
public class BrowserPortal : IAsyncLifetime, IDisposable
{
    private readonly PortalHost host;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public BrowserPortal()
        : this(new PortalHost())
    {
    }

    protected BrowserPortal(PortalHost host) => this.host = host;

    public PortalHost Host => host;

    public virtual async Task InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        host.UseKestrel(0);
        host.StartServer();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
    }

    /// <summary>A window of its own, signed in as a demo user.</summary>
    public async Task<IPage> OpenAsync(string who, string language = "en", string theme = "light", int width = 1440)
    {
        var page = await OpenSignInAsync(language, theme, width);
        await page.FillAsync("#email", $"{who}@demo.local");
        await page.FillAsync("#password", DemoUsers.Password);
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForSelectorAsync("main h1");
        return page;
    }

    /// <summary>A window of its own in which nobody is signed in yet.</summary>
    public async Task<IPage> OpenSignInAsync(string language = "en", string theme = "light", int width = 1440)
    {
        var address = host.ClientOptions.BaseAddress.ToString();
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            Locale = language == "ru" ? "ru-RU" : "en-US",
            // What slides would be caught half way by a picture.
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        await context.AddCookiesAsync(
        [
            new Cookie { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = address },
            new Cookie { Name = "theme", Value = theme, Url = address },
        ]);
        context.SetDefaultTimeout(40_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        return page;
    }

    public virtual async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await host.DisposeAsync();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            host.Dispose();
        }
    }
}
