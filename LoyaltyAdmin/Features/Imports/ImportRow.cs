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

    /// <summary>Code of the words that say why it failed; null if it did not.</summary>
    public required string? FailureCode { get; init; }

    public required string? FailureDetail { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime? StartedAt { get; init; }

    public required DateTime? FinishedAt { get; init; }

    /// <summary>Whether it waits or runs.</summary>
    public bool IsUnderWay => Status is ImportStatus.Queued or ImportStatus.Running;
}
