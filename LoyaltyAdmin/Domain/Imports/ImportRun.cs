namespace LoyaltyAdmin.Domain.Imports;

/// <summary>What a file holds.</summary>
public enum ImportKind
{
    Receipts,
    Members,
    Balances,
}

/// <summary>Where an import is in its life.</summary>
public enum ImportStatus
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>One file that was brought in, how far it came and what became of its rows.</summary>
public sealed class ImportRun
{
    public int Id { get; init; }

    public required ImportKind Kind { get; init; }

    /// <summary>As the sender named it.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the content in hexadecimal: keys the rows that have no key of their own.</summary>
    public required string FileHash { get; init; }

    /// <summary>Column of the file → field, as JSON; null when the columns have the fields' names.</summary>
    public string? Mapping { get; init; }

    public bool DryRun { get; init; }

    public bool RegisterUnknown { get; init; }

    public ImportStatus Status { get; set; }

    /// <summary>Rows of data in the file; zero until it was read.</summary>
    public int Rows { get; set; }

    public int Accepted { get; set; }

    /// <summary>Rows that were here already.</summary>
    public int Skipped { get; set; }

    public int Rejected { get; set; }

    /// <summary>How many operations of the staged file are posted: written in the transaction of each batch, so that a restart goes on right there.</summary>
    public int Watermark { get; set; }

    /// <summary>Operations of the staged file; zero until it is staged.</summary>
    public int Operations { get; set; }

    /// <summary>Asks a running import to stop after its current batch.</summary>
    public bool CancelRequested { get; set; }

    /// <summary>Code of the rejection that stopped it, when it failed.</summary>
    public string? FailureCode { get; set; }

    /// <summary>Detail of the failure for that code's words.</summary>
    public string? FailureDetail { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
}
