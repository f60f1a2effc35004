using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>
/// What a job did: counts by name (their words are <c>Count.Name</c> in the texts of jobs), and a problem when the work was
/// done but its outcome is not as it should be, such as a ledger that does not add up.
/// </summary>
public sealed record JobReport(IReadOnlyList<JobCount> Counts, Rejection? Problem = null)
{
    /// <summary>A report of counts, all well.</summary>
    public static JobReport Of(params IReadOnlyList<JobCount> counts) => new(counts);
}

/// <summary>How many of something; points are counted in their smallest part, as <c>PointParts</c>.</summary>
public sealed record JobCount(string Name, long Value);
