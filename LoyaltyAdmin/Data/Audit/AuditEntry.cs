namespace LoyaltyAdmin.Data.Audit;

/// <summary>What was done to a thing.</summary>
public enum AuditAction
{
    Created,
    Changed,
    Deleted,
}

/// <summary>One change that somebody made to settings, members, points or users: who, when, what, before and after.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Name of the person, key or job.</summary>
    public required string Author { get; init; }

    public required AuditAction Action { get; init; }

    /// <summary>Kind of the thing, such as <c>Member</c>.</summary>
    public required string Subject { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>The changed properties before, as a JSON object; null when the thing was created.</summary>
    public string? Before { get; init; }

    /// <summary>The changed properties after, as a JSON object; null when the thing was deleted.</summary>
    public string? After { get; init; }

    /// <summary>Why, in the author's words, where a reason is asked for.</summary>
    public string? Reason { get; init; }
}
