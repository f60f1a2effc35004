namespace LoyaltyAdmin.Tests.Browser;

/// <summary>As <see cref="BrowserFactAttribute"/>, for a test with data.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}
