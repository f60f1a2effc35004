namespace LoyaltyAdmin.Domain.Members.Duplicates;

/// <summary>One member merged into another: what it was before and what moved, so that it can be taken back.</summary>
public sealed class MemberMerge
{
    public int Id { get; init; }

    /// <summary>Who went.</summary>
    public required long SourceId { get; init; }

    /// <summary>Who stayed.</summary>
    public required long TargetId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Name of the person.</summary>
    public required string By { get; init; }

    public required string Reason { get; init; }

    /// <summary>Both members before the merge and the survivor right after it, as JSON.</summary>
    public required string Members { get; init; }

    /// <summary>The rows that moved and the debt that went with them, as JSON.</summary>
    public required string Moved { get; init; }

    /// <summary>How often points of the survivor had been spent or taken by hand when the merge was made: once more, and it cannot be taken back.</summary>
    public required int Spends { get; init; }

    public DateTime? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }

    public string? UndoReason { get; set; }
}
