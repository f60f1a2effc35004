using System.Text.Json;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>Says in words what the audit kept of a version: the settings that were changed, its publication and withdrawal.</summary>
public sealed class VersionHistoryWords(IStringLocalizer<ProgramsText> text, ChangeWords words) : IAuditSubject
{
    private const string Conditions = nameof(ProgramVersion.Conditions) + ".";

    public string Kind => nameof(ProgramVersion);

    /// <summary>The changes of one entry; none for a creation, whose whole is what the version promises.</summary>
    public IEnumerable<AuditChange> Describe(AuditRow row, Func<AuditChange, AuditChange> common) =>
        row.Action == nameof(AuditAction.Changed) ? row.Changes.Select(change => Describe(change, common)).OfType<AuditChange>() : [];

    private AuditChange? Describe(AuditChange change, Func<AuditChange, AuditChange> common)
    {
        if (change.Property == nameof(ProgramVersion.EffectiveFrom))
        {
            return common(change);
        }

        if (change.Property == nameof(ProgramVersion.Status))
        {
            return new AuditChange(text["Version.State"], State(change.Before), State(change.After));
        }

        if (!change.Property.StartsWith(Conditions, StringComparison.Ordinal))
        {
            return null;
        }

        var setting = string.Join('.', change.Property[Conditions.Length..].Split('.').Select(name => char.ToUpperInvariant(name[0]) + name[1..]));
        return text["Setting." + setting] is { ResourceNotFound: false } name
            ? new AuditChange(name, words.Value(setting, Plain(change.Before)), words.Value(setting, Plain(change.After)))
            : null;
    }

    private string? State(string? status) => status is null ? null : text["Status." + status].Value;

    private static string? Plain(string? json) => json switch
    {
        ['[', ..] => string.Join(", ", JsonSerializer.Deserialize<string[]>(json)!),
        "True" => "true",
        "False" => "false",
        _ => json,
    };
}
