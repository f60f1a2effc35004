namespace LoyaltyAdmin.Tests.Browser;

/// <summary>A test in a real browser; skipped, with a word why, where there is none. CI installs one, so there it never is.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "There is no Chromium here: install it or set LOYALTYADMIN_CHROMIUM to its path.";
        }
    }
}
