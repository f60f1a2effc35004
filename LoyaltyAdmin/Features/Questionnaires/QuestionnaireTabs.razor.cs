using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>The pages of the questionnaire beside one another.</summary>
public sealed partial class QuestionnaireTabs
{
    private static readonly (string Href, string Name)[] Tabs =
        [("/joining/questionnaire", "Tab.Now"), (VersionsTable.Path, "Tab.Versions"), (ConsentsPage.Path, "Tab.Consents")];

    /// <summary>The address of the page that is shown.</summary>
    [Parameter, EditorRequired] public required string Current { get; set; }
}
