namespace LoyaltyAdmin.Platform;

/// <summary>The only reader of the system clock. Instants are UTC and whole milliseconds, as both databases keep them.</summary>
public sealed class BusinessClock(TimeProvider time)
{
    public DateTime UtcNow
    {
        get
        {
            var now = time.GetUtcNow().UtcDateTime;
            return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        }
    }
}
