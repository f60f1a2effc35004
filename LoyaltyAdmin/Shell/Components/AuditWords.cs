using System.Globalization;
using System.Text.RegularExpressions;
using LoyaltyAdmin.Security.Audit;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>Says in the language of the person what the audit kept: names of fields, states, days and who it was.</summary>
public sealed partial class AuditWords(IStringLocalizer<ShellText> text, IEnumerable<IAuditSubject> subjects)
{
    private const string KeyAuthor = "key:";
    private const string SystemAuthor = "system";

    /// <summary>Numbers of rows and what another field says as well.</summary>
    private static readonly HashSet<string> Hidden = ["Id", "MemberId", "ProgramId", "JoinedOn", "DesignId"];

    /// <summary>Who did it: a person's name as it is, an API key or the portal itself in words.</summary>
    public string Author(string name) =>
        name.StartsWith(KeyAuthor, StringComparison.Ordinal) ? text["Audit.Author.Key", name[KeyAuthor.Length..]]
        : name == SystemAuthor || name.StartsWith(SystemAuthor + ":", StringComparison.Ordinal) ? text["Audit.Author.System"]
        : name;

    /// <summary>What was done to what: "Changed: member".</summary>
    public string Deed(AuditRow row) => $"{text["Audit." + row.Action]}: {Kind(row.Subject)}";

    /// <summary>The name of a kind of thing.</summary>
    public string Kind(string subject) => text["Audit.Subject." + subject] is { ResourceNotFound: false } name ? name : subject;

    /// <summary>What changed, in words; that something new is not switched on is no change.</summary>
    public IReadOnlyList<AuditChange> Changes(AuditRow row, DisplayUnits units)
    {
        var changes = subjects.FirstOrDefault(subject => subject.Kind == row.Subject) is { } known
            ? known.Describe(row, change => Common(change, units))
            : row.Changes.Where(change => !Hidden.Contains(change.Property)).Select(change => Common(change, units));
        return [.. changes.Where(change => change.Before != change.After && !(change.Before is null && change.After == text["Value.False"]))];
    }

    private AuditChange Common(AuditChange change, DisplayUnits units) =>
        new(Name(change.Property), Value(change.Property, change.Before, units), Value(change.Property, change.After, units));

    /// <summary>A property, or one of several alike, which its own name tells apart: Card.7000001.</summary>
    private string Name(string property)
    {
        var parts = property.Split('.', 2);
        return text["Field." + parts[0].ToUpperInvariant(), [.. parts[1..]]] is { ResourceNotFound: false } name ? name : property;
    }

    private string? Value(string property, string? value, DisplayUnits units) => value switch
    {
        null or "" => null,
        "True" or "False" => text["Value." + value],
        _ when property == "Available" && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var parts) => Formats.Points(parts, units),
        _ when Day().IsMatch(value) && DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) => Formats.Date(day),
        _ when Instant().IsMatch(value) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) =>
            Formats.Instant(at.UtcDateTime, units.Zone),
        _ => text[$"Value.{property.Split('.')[0]}.{value}"] is { ResourceNotFound: false } words ? words : value,
    };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")]
    private static partial Regex Instant();
}
