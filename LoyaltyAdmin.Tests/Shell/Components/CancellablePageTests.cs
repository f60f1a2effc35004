using LoyaltyAdmin.Shell.Components;

namespace LoyaltyAdmin.Tests.Shell.Components;

public sealed class CancellablePageTests
{
    [Fact]
    public void What_still_runs_when_the_page_is_left_is_told_so_and_does_not_fail()
    {
        using var page = new Page();
        Assert.False(page.Left);

        page.Dispose();

        Assert.True(page.Left);
    }

    private sealed class Page : CancellablePage
    {
        public bool Left => Cancelled.IsCancellationRequested;
    }
}
