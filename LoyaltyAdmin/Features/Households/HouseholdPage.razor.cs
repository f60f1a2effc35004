using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Households;

/// <summary>One household: who belongs to it, what they have together, and what happened.</summary>
public sealed partial class HouseholdPage
{
    private HouseholdDetails? household;
    private bool missing;
    private int changes;

    [Inject] public required HouseholdQueries Queries { get; init; }

    [Parameter] public int Id { get; set; }

    private string Key => Id.ToString(CultureInfo.InvariantCulture);

    protected override async Task OnParametersSetAsync()
    {
        if (household?.Id != Id)
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        household = await Queries.DetailsAsync(Id, Cancelled);
        missing = household is null;
        changes++;
    }
}
