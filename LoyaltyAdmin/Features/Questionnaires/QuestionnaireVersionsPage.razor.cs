using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>The questionnaires that were ever published, the latest first.</summary>
public sealed partial class QuestionnaireVersionsPage
{
    [Inject] public required QuestionnaireQueries Queries { get; init; }

    private IEnumerable<string> Figures => [Text["Versions.Count", Shown!.Total]];

    protected override TableList<QuestionnaireRow, NoFilter> Describe() => VersionsTable.List(Text);

    protected override Task<Page<QuestionnaireRow>> ReadAsync(ListState<NoFilter> state, PageRequest page) => Queries.VersionsAsync(Actor, page, Cancelled);
}
