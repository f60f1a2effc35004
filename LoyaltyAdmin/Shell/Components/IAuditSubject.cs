using LoyaltyAdmin.Security.Audit;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>The words of one kind of thing for its history, where the common ones do not do. A feature brings those of its things.</summary>
public interface IAuditSubject
{
    /// <summary>Kind of the thing, as the audit keeps it.</summary>
    string Kind { get; }

    /// <summary>The changes of one entry in words.</summary>
    /// <param name="row">The entry.</param>
    /// <param name="common">Says a change in the common words.</param>
    IEnumerable<AuditChange> Describe(AuditRow row, Func<AuditChange, AuditChange> common);
}
