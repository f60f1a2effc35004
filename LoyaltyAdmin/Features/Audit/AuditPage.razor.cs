using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Audit;

/// <summary>Who changed what, over everything.</summary>
public sealed partial class AuditPage
{
    private Choice<string>[] subjects = [];

    [Inject] public required AuditQueries Queries { get; init; }

    private IEnumerable<string> Figures => [Text["Count", Shown!.Total]];

    protected override TableList<AuditRow, AuditListFilter> Describe() => AuditTable.List(Text, Words, Units);

    protected override Task OpenAsync()
    {
        subjects = [.. AuditTable.Kinds.Select(kind => new Choice<string>(Words.Kind(kind), kind))];
        return Task.CompletedTask;
    }

    protected override Task<Page<AuditRow>> ReadAsync(ListState<AuditListFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, state.Filter.In(Units.Zone), ascending: !state.Descending, page, Cancelled);

    /// <summary>Where the thing is to be seen, where it has a page of its own.</summary>
    private static string? PageOf(AuditRow row) => row.Subject switch
    {
        "Operator" => $"/users/{row.SubjectId}",
        "Member" => $"/members/{row.SubjectId}",
        "Card" => $"/cards?search={row.SubjectId}",
        "CardSeries" => $"/cards/series/{row.SubjectId}",
        "ProgramVersion" => $"/program/versions/{row.SubjectId}",
        "ApiKey" => "/api-keys",
        "Job" => $"/jobs/{row.SubjectId}",
        _ => null,
    };

    /// <summary>Which one: its number, or what leads to it where its number says nothing to a person.</summary>
    private string Named(AuditRow row) => Guid.TryParse(row.SubjectId, out _) ? Text["Open"] : Text["Numbered", row.SubjectId];
}
