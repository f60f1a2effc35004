using System.Globalization;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>What members are asked now, as they see it.</summary>
public sealed partial class QuestionnairePage
{
    private Actor actor = new("", new HashSet<Permission>());
    private QuestionnaireVersion? asked;
    private bool draft;
    private bool read;

    [Inject] public required QuestionnaireQueries Queries { get; init; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        asked = await Queries.InForceAsync(Cancelled);
        draft = await Queries.DraftAsync(Cancelled) is not null;
        read = true;
    }
}
