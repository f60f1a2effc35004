using System.Text.Json;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Says in words what the audit kept of terms with a partner.</summary>
public sealed class TermsHistoryWords(PartnerWords words, IStringLocalizer<PartnersText> text) : IAuditSubject
{
    public string Kind => nameof(PartnerTerms);

    public IEnumerable<AuditChange> Describe(AuditRow row, Func<AuditChange, AuditChange> common) =>
        row.Changes
            .Where(change => change.Property is not (nameof(PartnerTerms.CreatedAt) or nameof(PartnerTerms.CreatedBy)))
            .Select(change => change.Property == nameof(PartnerTerms.Conditions)
                ? change with { Property = text["Terms"], Before = null, After = Said(change.After) }
                : common(change));

    private string? Said(string? json)
    {
        try
        {
            return json is not null && JsonSerializer.Deserialize<PartnerConditions>(json, ConditionsJson.Options) is { } terms
                ? string.Join("; ", words.All(terms, DisplayUnits.Plain).Select(t => $"{t.Name}: {t.Words}"))
                : json;
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
