using LoyaltyAdmin.Domain.Imports;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>An import as lists, its page and the REST API show it. Counts are rows of the file.</summary>
public sealed record ImportRow
{
    public required int Id { get; init; }

    public required ImportKind Kind { get; init; }

    public required string FileName { get; init; }

    public required bool DryRun { get; init; }

    public required bool RegisterUnknown { get; init; }

    public required ImportStatus Status { get; init; }

    /// <summary>Whether somebody asked it to stop.</summary>
    public required bool CancelRequested { get; init; }

    public required int Rows { get; init; }

    public required int Accepted { get; init; }

    /// <summary>Rows that were here already.</summary>
    public required int Skipped { get; init; }

    public required int Rejected { get; init; }

    /// <summary>Whether rows of members who are here already change them.</summary>
    public bool UpdateKnown { get; init; }

    /// <summary>The import whose upload this one reads; null if it has its own.</summary>
    public int? UploadOf { get; init; }

    /// <summary>The import for real that followed this trial.</summary>
    public int? FollowedBy { get; init; }

    public int NewMembers { get; init; }

    public int ChangedMembers { get; init; }

    /// <summary>Sale receipts added.</summary>
    public int Sales { get; init; }

    /// <summary>Returns added.</summary>
    public int Returns { get; init; }

    /// <summary>Points accrued or opened, in smallest parts.</summary>
    public long PointsIn { get; init; }

    /// <summary>Points taken back by returns, in smallest parts.</summary>
    public long PointsBack { get; init; }

    public string? UndoneBy { get; init; }

    public DateTime? UndoneAt { get; init; }

    public string? UndoReason { get; init; }

    /// <summary>Code of the words that say why it failed; null if it did not.</summary>
    public required string? FailureCode { get; init; }

    public required string? FailureDetail { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime? StartedAt { get; init; }

    public required DateTime? FinishedAt { get; init; }

    /// <summary>Whether it waits or runs.</summary>
    public bool IsUnderWay => Status is ImportStatus.Queued or ImportStatus.Running or ImportStatus.Undoing;
}
