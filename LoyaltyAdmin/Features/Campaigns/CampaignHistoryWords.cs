using System.Text.Json;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>Says in words what the audit kept of a campaign: its name, its step, and what its terms said before and after.</summary>
public sealed class CampaignHistoryWords(IStringLocalizer<CampaignsText> text, DisplayUnitsSource source) : IAuditSubject
{
    public string Kind => nameof(Campaign);

    public IEnumerable<AuditChange> Describe(AuditRow row, Func<AuditChange, AuditChange> common) => row.Changes.SelectMany(change => change.Property.ToUpperInvariant() switch
    {
        "NAME" => [change with { Property = text["Name"] }],
        "CAMPAIGNVERSION" => [change with { Property = text["Version"] }],
        "CAMPAIGNSTEP" => [new AuditChange(text["Status"], Step(change.Before), Step(change.After))],
        "CAMPAIGNTERMS" => Terms(change),
        _ => new[] { common(change) },
    });

    private string? Step(string? step) => step is null ? null : text[$"Step.{step}"].Value;

    private IEnumerable<AuditChange> Terms(AuditChange change)
    {
        var (before, after) = (Read(change.Before), Read(change.After));
        if (after is null)
        {
            yield break;
        }

        var asked = source(CancellationToken.None).AsTask();
        var units = asked.IsCompletedSuccessfully ? asked.Result : DisplayUnits.Plain;
        var words = new CampaignWords(text, units);
        if (before is null)
        {
            yield return new AuditChange(text["Chapter.rewards"], null, words.Gives(after));
            yield break;
        }

        foreach (var told in words.Changes(before, after))
        {
            yield return new AuditChange(told.Heading, Joined(told.Before), Joined(told.After));
        }
    }

    private static string? Joined(IReadOnlyList<string> lines) => lines.Count == 0 ? null : string.Join("; ", lines);

    private static CampaignTerms? Read(string? json)
    {
        try
        {
            return json is null ? null : CampaignJson.Read(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
