using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>A clock that shows the time of the history that is played: what was alive then can be spent then.</summary>
internal sealed class HistoryClock : TimeProvider
{
    public HistoryClock() => Business = new BusinessClock(this);

    public DateTime UtcNow { get; set; }

    public BusinessClock Business { get; }

    public override DateTimeOffset GetUtcNow() => new(UtcNow);
}
