namespace LoyaltyAdmin.Security.Audit;

/// <summary>Which entries of the audit are asked for; what is null does not matter.</summary>
/// <param name="Subject">Kind of the thing, such as Member.</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="Author">Who did it, by the beginning of the name of the user, key or job.</param>
/// <param name="From">First instant (UTC).</param>
/// <param name="To">The instant before which they end (UTC).</param>
public sealed record AuditFilter(string? Subject = null, string? SubjectId = null, string? Author = null, DateTime? From = null, DateTime? To = null);

/// <summary>One change: who, when, what, before and after.</summary>
public sealed record AuditRow(
    long Id, DateTime At, string Author, string Action, string Subject, string SubjectId, string? Reason, IReadOnlyList<AuditChange> Changes);
