using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>How much of the campaign there is: budgets, uses, the most on one receipt.</summary>
public sealed partial class LimitsPart
{
    private CampaignLimits L => Form.Terms.Limits;

    private static Money? Sum(decimal? amount) => amount is { } given ? Money.Of(given) : null;

    private int? UsesIn(LimitFrame frame) => L.PerMemberInFrame.FirstOrDefault(f => f.Frame == frame)?.Uses;

    private void SetFrame(LimitFrame frame, int? uses) => Set(l => l with
    {
        PerMemberInFrame = [.. l.PerMemberInFrame.Where(f => f.Frame != frame).Concat(uses is { } given ? [new FrameLimit(frame, given)] : []).OrderBy(f => f.Frame)],
    });

    private void Set(Func<CampaignLimits, CampaignLimits> change) => Form.Set(t => t with { Limits = change(t.Limits) });
}
