using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>The terms as they read from an instant on, beside those before.</summary>
public sealed partial class EditionPage
{
    private TermsEdition? edition;
    private TermsEdition? before;
    private DateTime? until;
    private bool missing;

    [Inject] public required TermsQueries Queries { get; init; }

    [Parameter] public int Number { get; set; }

    [SupplyParameterFromQuery(Name = "for")] public string? For { get; set; }

    [SupplyParameterFromQuery] public string? Language { get; set; }

    /// <summary><c>off</c> to leave the changes unmarked.</summary>
    [SupplyParameterFromQuery] public string? Changes { get; set; }

    private TermsAudience Audience => TermsChoice.AudienceOf(For);

    private string In => TermsChoice.LanguageOf(Language);

    private bool Marked => before is not null && Changes != "off";

    private string Here => $"/terms/editions/{Number}{(Changes == "off" ? "?changes=off" : "")}";

    private string Toggle => $"/terms/editions/{Number}?for={(Audience == TermsAudience.Cashier ? "cashiers" : "customers")}&language={In}{(Marked ? "&changes=off" : "")}";

    private string Since => until is { } end
        ? Text["Since.FromTo", Formats.Instant(edition!.From, Units.Zone), Formats.Instant(end, Units.Zone)]
        : Text["Since.From", Formats.Instant(edition!.From, Units.Zone)];

    protected override async Task OnParametersSetAsync()
    {
        if (edition?.Number == Number)
        {
            return;
        }

        var found = await Queries.EditionAsync(await ActorAsync(), Number, Cancelled);
        (edition, before, until) = (found?.Edition, found?.Before, found?.Until);
        missing = found is null;
    }
}
