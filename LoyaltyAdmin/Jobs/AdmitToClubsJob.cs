using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Lets into clubs, soon after their purchases, who has bought enough.</summary>
public sealed class AdmitToClubsJob(ReviewClubs review) : IPortalJob
{
    public const string Key = "admit-to-clubs";

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct) =>
        JobReport.Of(new JobCount("ClubsJoined", await review.AdmitBuyersAsync(Actor.System(Key), ct)));
}
