using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Tests.Api.V1;

/// <summary>Other conditions for a portal that runs.</summary>
internal static class ConditionsOf
{
    /// <summary>Publishes the present conditions with a change, in force from now on.</summary>
    public static async Task PublishAsync(ApiHost host, Func<ProgramConditions, ProgramConditions> change)
    {
        var timeline = await host.Get<ProgramTimelines>().GetAsync(default);
        var draft = (await host.Get<EditDraft>().ExecuteAsync(Actor.System("test"), null, change(timeline.InForceAt(host.Clock.UtcNow).Conditions), default)).Value;
        Assert.True((await host.Get<PublishDraft>().ExecuteAsync(Actor.System("test"), draft, null, "test", default)).Accepted(out _, out _));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
