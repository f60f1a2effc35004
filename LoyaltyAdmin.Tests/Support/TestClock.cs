using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Tests.Support;

/// <summary>A clock that stands still until a test sets it.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTime now = new(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc);

    public TestClock() => Business = new BusinessClock(this);

    /// <summary>The instant it shows (UTC); 10 March 2026, noon in Moscow, until it is set.</summary>
    public DateTime UtcNow
    {
        get => now;
        set => now = DateTime.SpecifyKind(value, DateTimeKind.Utc);
    }

    /// <summary>The same clock as the program reads it.</summary>
    public BusinessClock Business { get; }

    public void Advance(TimeSpan time) => UtcNow += time;

    public override DateTimeOffset GetUtcNow() => new(now);
}
