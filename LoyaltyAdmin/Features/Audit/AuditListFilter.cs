using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security.Audit;

namespace LoyaltyAdmin.Features.Audit;

/// <summary>Which changes the list of the audit shows. Days are local to the program.</summary>
public sealed record AuditListFilter
{
    /// <summary>The beginning of the name of who did it.</summary>
    public string? Author { get; init; }

    /// <summary>Kind of the thing.</summary>
    public string? Subject { get; init; }

    /// <summary>Which one.</summary>
    public string? SubjectId { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day that still counts.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The same in instants.</summary>
    public AuditFilter In(TimeZoneInfo zone)
    {
        var calendar = new ProgramCalendar(zone);
        return new AuditFilter(Subject, SubjectId, Author, From is { } from ? calendar.StartOf(from) : null, To is { } to ? calendar.StartOf(to.AddDays(1)) : null);
    }
}
