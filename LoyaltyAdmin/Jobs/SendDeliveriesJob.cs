using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Tells the delivery partner of parcels; one that is given up is a problem that people must see.</summary>
public sealed class SendDeliveriesJob(SendDeliveries send) : IPortalJob
{
    public const string Key = SendDeliveries.JobKey;

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct)
    {
        var outcome = await send.ExecuteAsync(Actor.System(Key), ct);
        JobCount[] counts = [new JobCount("Parcels", outcome.Sent), new JobCount("ParcelsFailed", outcome.Failed)];
        return new JobReport(counts, outcome.GivenUp == 0 ? null : new Rejection("Jobs.ParcelsGivenUp", outcome.GivenUp));
    }
}
