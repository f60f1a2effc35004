using LoyaltyAdmin.Domain.Members;

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
    long Id, DateTime At, string Author, string Action, string Subject, string SubjectId, string? Reason, IReadOnlyList<AuditChange> Changes)
{
    /// <summary>As someone may see it: contacts of members are masked without <see cref="Permission.PersonalDataView"/>.</summary>
    public AuditRow For(Actor actor) => Subject != nameof(Member) || actor.May(Permission.PersonalDataView)
        ? this
        : this with { Changes = [.. Changes.Select(Masked)] };

    private static AuditChange Masked(AuditChange change) => change.Property switch
    {
        nameof(Member.Phone) => change with { Before = MaskedContact.Phone(change.Before), After = MaskedContact.Phone(change.After) },
        nameof(Member.Email) => change with { Before = MaskedContact.Email(change.Before), After = MaskedContact.Email(change.After) },
        nameof(Member.SearchKey) => change with { Before = null, After = null },
        _ => change,
    };
}
