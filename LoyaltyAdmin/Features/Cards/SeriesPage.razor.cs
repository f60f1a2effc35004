using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>One series: how many of its cards are where, what its numbers look like, and its files for the printing house.</summary>
public sealed partial class SeriesPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private CardSeriesRow? row;
    private bool missing;

    [Inject] public required CardSeriesQueries Queries { get; init; }

    [Parameter] public long Id { get; set; }

    private string Subtitle => Text["SeriesSubtitle", Formats.Date(row!.Series.CreatedAt, Units.Zone), row.Series.CreatedBy];

    private IEnumerable<(CardStatus Status, int Cards)> Counts =>
        [(CardStatus.Free, row!.Free), (CardStatus.Active, row.Active), (CardStatus.Blocked, row.Blocked), (CardStatus.Replaced, row.Replaced)];

    protected override async Task OnParametersSetAsync()
    {
        if (row?.Series.Id != Id)
        {
            actor = await ActorAsync();
            row = await Queries.DetailsAsync(Id, Cancelled);
            missing = row is null;
        }
    }
}
