using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>Says in words what the audit kept of a key: its scopes by their names.</summary>
public sealed class ApiKeyHistoryWords(IStringLocalizer<ApiKeysText> text) : IAuditSubject
{
    public string Kind => nameof(ApiKey);

    public IEnumerable<AuditChange> Describe(AuditRow row, Func<AuditChange, AuditChange> common) =>
        row.Changes
            .Where(change => change.Property is not (nameof(ApiKey.CreatedAt) or nameof(ApiKey.CreatedBy)))
            .Select(change => change.Property == nameof(ApiKey.Scopes)
                ? common(change) with { Before = Scopes(change.Before), After = Scopes(change.After) }
                : common(change));

    private string? Scopes(string? names) => names is null ? null
        : string.Join(", ", names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scope => text[scope + ".Short"].Value));
}
