namespace LoyaltyAdmin.Tests.Browser;

/// <summary>The browser of the machine: Playwright's own is not downloaded.</summary>
public static class Chromium
{
    private static readonly string?[] Places =
        [Environment.GetEnvironmentVariable("LOYALTYADMIN_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Path { get; } = Places.FirstOrDefault(File.Exists);

    /// <summary>Headless, silent on the network, and as root inside a container too.</summary>
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];
}
