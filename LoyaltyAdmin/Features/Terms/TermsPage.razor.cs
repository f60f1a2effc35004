using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>What customers are told and cashiers go by, written from the settings in force; and what a version that waits will change in it.</summary>
public sealed partial class TermsPage
{
    private TermsNow? terms;
    private TermsTexts? asked;
    private IReadOnlyList<VersionRow> changing = [];

    [Inject] public required TermsQueries Queries { get; init; }

    [SupplyParameterFromQuery(Name = "for")] public string? For { get; set; }

    [SupplyParameterFromQuery] public string? Language { get; set; }

    /// <summary>Number of a version whose terms to show beside those of now.</summary>
    [SupplyParameterFromQuery] public int? Version { get; set; }

    private TermsAudience Audience => TermsChoice.AudienceOf(For);

    private string In => TermsChoice.LanguageOf(Language);

    private string Here => asked is null ? "/terms" : $"/terms?version={Version}";

    private string Since => asked is null
        ? terms!.Edition is { } edition ? Text["Since.Edition", edition.Number, Formats.Date(edition.From, Units.Zone)] : Text["Since.Version", terms.Version]
        : Text["Since.Compared", Version!.Value];

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        var now = await Queries.NowAsync(actor, Cancelled);
        var changes = new List<VersionRow>();
        foreach (var version in now.Versions)
        {
            if (await Queries.OfVersionAsync(actor, version.Number, Cancelled) != now.Now)
            {
                changes.Add(version);
            }
        }

        (terms, changing) = (now, changes);
    }

    protected override async Task OnParametersSetAsync() =>
        asked = Version is { } number ? await Queries.OfVersionAsync(await ActorAsync(), number, Cancelled) : null;
}
