using LoyaltyAdmin.Domain.Questionnaires;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>One questionnaire as it was published.</summary>
public sealed partial class QuestionnaireVersionPage
{
    private QuestionnaireVersion? version;
    private bool missing;

    [Inject] public required QuestionnaireQueries Queries { get; init; }

    [Parameter] public int Number { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        version = await Queries.VersionAsync(Number, Cancelled);
        missing = version is null;
    }
}
