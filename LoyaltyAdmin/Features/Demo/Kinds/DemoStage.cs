using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Demo.Plan;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Demo.Kinds;

/// <summary>Where the demo's history is played: its plan, a clock that shows the time of history, and use cases that look at it.</summary>
internal sealed class DemoStage(IServiceProvider services, DemoPlan plan, DateTime endsAt, Action<string> refused)
{
    /// <summary>Who does it all: what is made in this name goes with the demo shop.</summary>
    public static readonly Actor Demo = Actor.System("demo");

    private readonly HistoryClock history = new() { UtcNow = endsAt };

    public DemoPlan Plan => plan;

    /// <summary>The last instant of the history.</summary>
    public DateTime EndsAt => endsAt;

    public BusinessClock Clock => history.Business;

    /// <summary>Moves the clock.</summary>
    public void At(DateTime instant) => history.UtcNow = instant < endsAt ? instant : endsAt;

    /// <summary>A use case; parts that look at the clock are given, all else is the program's own.</summary>
    public T Make<T>(params object[] parts) => ActivatorUtilities.CreateInstance<T>(services, parts);

    public Task<LoyaltyDbContext> OpenAsync(CancellationToken ct) => services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().CreateDbContextAsync(ct);

    public Task<ProgramTimeline> TimelineAsync(CancellationToken ct) => services.GetRequiredService<ProgramTimelines>().GetAsync(ct).AsTask();

    /// <summary>Tells what was refused; true where nothing was.</summary>
    public bool Done(Rejection? rejection)
    {
        if (rejection is not null)
        {
            refused(rejection.Code);
        }

        return rejection is null;
    }

    /// <summary>Members by their names.</summary>
    public async Task<Dictionary<string, long>> MembersAsync(IEnumerable<string> names, CancellationToken ct)
    {
        string?[] wanted = [.. names];
        await using var db = await OpenAsync(ct);
        return await db.Members.Where(m => EF.Parameter(wanted).Contains(m.ExternalId)).ToDictionaryAsync(m => m.ExternalId!, m => m.Id, ct);
    }

    /// <summary>A sum of money that is worth so many roubles.</summary>
    public decimal Price(decimal roubles) => decimal.Round(roubles * plan.PriceFactor, plan.PriceFactor < 1 ? 1 : 0);

    /// <summary>Words in the language of the shop.</summary>
    public string Say(string english, string russian) => plan.IsRussian ? russian : english;
}
