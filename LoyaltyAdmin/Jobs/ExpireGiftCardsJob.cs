using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Ends the gift cards whose last day is over.</summary>
public sealed class ExpireGiftCardsJob(ExpireGiftCards expire) : IPortalJob
{
    public const string Key = ExpireGiftCards.JobKey;

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct)
    {
        var outcome = await expire.ExecuteAsync(Actor.System(Key), progress, ct);
        return JobReport.Of(new JobCount("GiftCards", outcome.Cards), new JobCount("GiftCardMoney", outcome.Money / 100));
    }
}
