using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Lets into clubs who has bought enough and prolongs the places of those who have bought enough again.</summary>
public sealed class ReviewClubsJob(ReviewClubs review) : IPortalJob
{
    public const string Key = "review-clubs";

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct)
    {
        var outcome = await review.ExecuteAsync(Actor.System(Key), progress, ct);
        return JobReport.Of(new JobCount("ClubsJoined", outcome.Joined), new JobCount("ClubsRenewed", outcome.Renewed));
    }
}
