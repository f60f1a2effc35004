using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Features.Campaigns.Editor;
using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>Says in words what the audit kept of the rules for all campaigns.</summary>
public sealed class PromotionHistoryWords(IStringLocalizer<CampaignsText> text) : IAuditSubject
{
    public string Kind => nameof(PromotionSettings);

    public IEnumerable<AuditChange> Describe(AuditRow row, Func<AuditChange, AuditChange> common) => row.Changes.SelectMany(change => change.Property.ToUpperInvariant() switch
    {
        "STACKING" => Stacking(Read(change.Before), Read(change.After)),
        "PROGRAMCONTROL" => [new AuditChange(text["ProgramControl"], Percent(change.Before), Percent(change.After))],
        "APPROVAL.MONEYBUDGET" => [Limit("MoneyBudget", change)],
        "APPROVAL.POINTSBUDGET" => [Limit("PointsBudget", change)],
        "APPROVAL.DISCOUNTPERCENT" => [Limit("DepthAbove", change)],
        "APPROVAL.AUDIENCE" => [Limit("AudienceAbove", change)],
        _ => new[] { common(change) },
    });

    private AuditChange Limit(string key, AuditChange change) => new($"{text["Approval"]}: {text[key]}", change.Before ?? text["NotAsked"].Value, change.After ?? text["NotAsked"].Value);

    private IEnumerable<AuditChange> Stacking(StackingPolicy? before, StackingPolicy? after) => before is null && after is null
        ? []
        : Told(before).Zip(Told(after), (old, now) => new AuditChange(now.Name, old.Value, now.Value)).Where(change => change.Before != change.After);

    private IEnumerable<(string Name, string? Value)> Told(StackingPolicy? policy)
    {
        yield return (text["Groups"], policy is null ? null : string.Join(", ", Flat(policy.Groups)));
        yield return (text["ConditionsSee"], policy is null ? null : MechanicText.Choice(text, policy.ConditionsSee).Value);
        yield return (text["Percents"], policy is null ? null : MechanicText.Choice(text, policy.Percents).Value);
        yield return (text["Multipliers"], policy is null ? null : MechanicText.Choice(text, policy.Multipliers).Value);
        yield return (text["OnDiscountedLines"], policy is null ? null : text[policy.OnDiscountedLines ? "Yes" : "No"].Value);
        yield return (text["LineDepth"], Percent(policy?.LineDepthPercent));
        yield return (text["ReceiptDepth"], Percent(policy?.ReceiptDepthPercent));
        yield return (text["MarginFloor"], Percent(policy?.MarginFloorPercent));
        yield return (text["GrossMargin"], Percent(policy?.GrossMarginPercent));
    }

    private IEnumerable<string> Flat(IEnumerable<StackingGroup> groups) =>
        groups.SelectMany(g => Flat(g.Groups).Prepend($"{g.Name} ({MechanicText.Choice(text, g.Mode).Value})"));

    private static string? Percent(decimal? percent) => percent is { } given ? CampaignFigures.Percent(given) : null;

    private static string? Percent(string? percent) => decimal.TryParse(percent, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? CampaignFigures.Percent(number) : null;

    private static StackingPolicy? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<StackingPolicy>(json, CampaignJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
