namespace LoyaltyAdmin.Features.Jobs;

/// <summary>How a run stands.</summary>
public enum JobRunState
{
    Running,
    Succeeded,
    Failed,
}

/// <summary>Which runs of a job a list shows.</summary>
public sealed record JobRunFilter
{
    public JobRunState? State { get; init; }
}

/// <summary>A page of runs with what all of them were.</summary>
public sealed record JobRunList(IReadOnlyList<JobRunRow> Rows, int Total, int Failed);
