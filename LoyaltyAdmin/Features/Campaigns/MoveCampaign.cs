using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>Leads a campaign through its life: review, approval, launch, pause, end. Each step is in the history.</summary>
public sealed class MoveCampaign(CampaignChange changes, CampaignAudiences audiences)
{
    /// <summary>What became of a submission.</summary>
    /// <param name="Id">The campaign.</param>
    /// <param name="Above">Why a second person must approve it; empty where it is approved at once.</param>
    public sealed record Submitted(int Id, IReadOnlyList<Rejection> Above);

    /// <summary>Asks for approval: within the limits of the shop the draft is approved at once, above them it waits for another person.</summary>
    public async Task<Result<Submitted>> SubmitAsync(Actor actor, int id, int revision, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        IReadOnlyList<Rejection> above = [];
        var result = await changes.RunAsync(
            actor,
            id,
            revision,
            async work =>
            {
                if (work.Campaign.Open is not { State: CampaignVersionState.Draft } version)
                {
                    return CampaignRejections.NotInState();
                }

                if (CampaignChecks.Check(version.Terms, await CampaignAudiences.PolicyAsync(work.Db, ct)) is [var wrong, ..])
                {
                    return wrong;
                }

                if (await audiences.MissingAsync(work.Db, version.Terms, ct) is { } missing)
                {
                    return missing;
                }

                above = await audiences.AboveLimitsAsync(work.Db, version.Terms, ct);
                if (above.Count == 0)
                {
                    version.Approve(actor.Name, null, work.Now);
                }
                else
                {
                    version.Submit();
                }

                return null;
            },
            reason: null,
            ct);
        return result.Accepted(out var campaign, out var rejection) ? new Submitted(campaign, above) : rejection;
    }

    /// <summary>Says yes to what another person wrote.</summary>
    public Task<Result<int>> ApproveAsync(Actor actor, int id, int revision, string? remark, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsApprove);
        return changes.RunAsync(
            actor,
            id,
            revision,
            work =>
            {
                if (work.Campaign.Open is not { State: CampaignVersionState.Review } version)
                {
                    return Task.FromResult<Rejection?>(CampaignRejections.NotInState());
                }

                if (version.Author == actor.Name)
                {
                    return Task.FromResult<Rejection?>(CampaignRejections.OwnWork());
                }

                version.Approve(actor.Name, Trimmed(remark), work.Now);
                return Task.FromResult<Rejection?>(null);
            },
            Trimmed(remark),
            ct);
    }

    /// <summary>Gives it back to its author with a remark.</summary>
    public async Task<Result<int>> ReturnAsync(Actor actor, int id, int revision, string remark, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsApprove);
        return Trimmed(remark) is { } said
            ? await StepAsync(actor, id, revision, (campaign, _) => (campaign.Open ?? throw new InvalidOperationException("Nothing is open.")).Return(said), said, ct)
            : new Rejection("Campaigns.RemarkMissing") { Field = "reason" };
    }

    /// <summary>Puts the approved version in force.</summary>
    public Task<Result<int>> LaunchAsync(Actor actor, int id, int revision, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        return StepAsync(actor, id, revision, (campaign, now) => campaign.Launch(actor.Name, now), null, ct);
    }

    /// <summary>Stops it until it is resumed.</summary>
    public Task<Result<int>> PauseAsync(Actor actor, int id, string? reason, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        return StepAsync(actor, id, null, (campaign, now) => campaign.Pause(now), Trimmed(reason), ct);
    }

    public Task<Result<int>> ResumeAsync(Actor actor, int id, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        return StepAsync(actor, id, null, (campaign, now) => campaign.Resume(now), null, ct);
    }

    /// <summary>Ends it for good.</summary>
    public Task<Result<int>> EndAsync(Actor actor, int id, string? reason, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        return StepAsync(actor, id, null, (campaign, now) => campaign.End(now), Trimmed(reason), ct);
    }

    private Task<Result<int>> StepAsync(Actor actor, int id, int? revision, Action<Campaign, DateTime> step, string? reason, CancellationToken ct) => changes.RunAsync(
        actor,
        id,
        revision,
        work =>
        {
            step(work.Campaign, work.Now);
            return Task.FromResult<Rejection?>(null);
        },
        reason,
        ct);

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim() is { Length: > Campaign.LongestNote } endless ? endless[..Campaign.LongestNote] : words.Trim();
}
