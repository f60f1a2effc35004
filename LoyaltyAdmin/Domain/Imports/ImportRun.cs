namespace LoyaltyAdmin.Domain.Imports;

/// <summary>What a file holds.</summary>
public enum ImportKind
{
    Receipts,
    Members,
    Balances,

    /// <summary>What the shop sells: fills the names and categories that lines of receipts lack.</summary>
    Goods,
}

/// <summary>Where an import is in its life.</summary>
public enum ImportStatus
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,

    /// <summary>The file is here; how it is to be read is being decided.</summary>
    Draft,

    /// <summary>Being taken back.</summary>
    Undoing,

    /// <summary>Taken back.</summary>
    Undone,
}

/// <summary>One file that was brought in, how far it came and what became of its rows.</summary>
public sealed class ImportRun
{
    public int Id { get; init; }

    public required ImportKind Kind { get; set; }

    /// <summary>As the sender named it.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the content in hexadecimal: keys the rows that have no key of their own.</summary>
    public required string FileHash { get; init; }

    /// <summary>How the file is read, as JSON; null when the columns have the fields' names.</summary>
    public string? Mapping { get; set; }

    public bool DryRun { get; set; }

    public bool RegisterUnknown { get; set; }

    /// <summary>Whether rows of members who are here already change them.</summary>
    public bool UpdateKnown { get; set; }

    /// <summary>The import whose upload this one reads; null if it has its own.</summary>
    public int? UploadOf { get; init; }

    /// <summary>The import that brought in for real what this one tried; null as long as none did.</summary>
    public int? FollowedBy { get; set; }

    public ImportStatus Status { get; set; }

    /// <summary>Rows of data in the file; zero until it was read.</summary>
    public int Rows { get; set; }

    public int Accepted { get; set; }

    /// <summary>Rows that were here already.</summary>
    public int Skipped { get; set; }

    public int Rejected { get; set; }

    /// <summary>Members registered.</summary>
    public int NewMembers { get; set; }

    /// <summary>Members of whom something was changed.</summary>
    public int ChangedMembers { get; set; }

    /// <summary>Sale receipts added.</summary>
    public int Sales { get; set; }

    /// <summary>Returns added.</summary>
    public int Returns { get; set; }

    /// <summary>Points that came: accrued, or opened as balances; smallest parts.</summary>
    public long PointsIn { get; set; }

    /// <summary>Points that returns took back; smallest parts.</summary>
    public long PointsBack { get; set; }

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

    public string? UndoneBy { get; set; }

    /// <summary>When its undoing was asked for.</summary>
    public DateTime? UndoneAt { get; set; }

    /// <summary>Why it was undone, in the words of whoever did it.</summary>
    public string? UndoReason { get; set; }
}
