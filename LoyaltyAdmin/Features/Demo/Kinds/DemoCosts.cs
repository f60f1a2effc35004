using LoyaltyAdmin.Features.Joining;

namespace LoyaltyAdmin.Features.Demo.Kinds;

/// <summary>What the shop spends each month to win members, by the channels by which they join.</summary>
internal sealed class DemoCosts(DemoStage stage)
{
    private const int Months = 12;
    private static readonly (string Channel, decimal Roubles)[] Channels = [("app", 9_000), ("site", 7_500), ("till", 12_000)];

    public async Task MakeAsync(CancellationToken ct)
    {
        var calendar = (await stage.TimelineAsync(ct)).CalendarAt(stage.EndsAt);
        var today = calendar.DayOf(stage.EndsAt);
        var set = stage.Make<SetAcquisitionCost>();
        for (var back = 0; back < Months; back++)
        {
            var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-back);
            foreach (var (channel, roubles) in Channels)
            {
                // The end of the year is advertised more.
                var share = month.Month is 11 or 12 ? 1.6m : 1m + (month.Month % 4 * 0.1m);
                stage.Done(await set.ExecuteAsync(DemoStage.Demo, month, channel, stage.Price(roubles * share), ct));
            }
        }
    }
}
