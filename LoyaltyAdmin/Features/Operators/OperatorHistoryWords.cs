using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>Says in words what the audit kept of a user: the roles by their names.</summary>
public sealed class OperatorHistoryWords(IStringLocalizer<OperatorsText> text) : IAuditSubject
{
    public string Kind => nameof(Operator);

    public IEnumerable<AuditChange> Describe(AuditRow row, Func<AuditChange, AuditChange> common) =>
        row.Changes.Select(change => change.Property == "role"
            ? common(change) with { Before = Role(change.Before), After = Role(change.After) }
            : common(change));

    private string? Role(string? name) => name is null ? null : text[name].Value;
}
