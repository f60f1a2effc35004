using System.Globalization;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>The form of a new series: what the numbers look like is shown while it is filled in.</summary>
public sealed partial class NewSeriesPage
{
    private CardSeriesPlan plan = new() { Length = 16, Count = 1000 };
    private IReadOnlyList<Rejection> problems = [];
    private bool busy;

    [Inject] public required CreateCardSeries Create { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>Null while the form describes no number.</summary>
    private string? Example =>
        plan.Normalise() is var normal && normal.Capacity > 0 && CardSeriesPlan.CheckPrefix(normal.Prefix, normal.HasCheckDigit) is null
            ? SeriesLook.Of(normal.Prefix, normal.Length, normal.HasCheckDigit)
            : null;

    private static string? Written(int number) => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static long? First(string? text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? Error(string field) => problems.FirstOrDefault(problem => problem.Field == field) is { } problem ? Refusals.TextOf(problem) : null;

    private void Set(CardSeriesPlan changed) => plan = changed;

    private async Task CreateAsync()
    {
        if (busy)
        {
            return;
        }

        problems = plan.Normalise().Check();
        if (problems.Count > 0)
        {
            return;
        }

        busy = true;
        try
        {
            var actor = await ActorAsync();
            var result = await Task.Run(() => Create.ExecuteAsync(actor, plan, Cancelled), Cancelled);
            if (result.Accepted(out var id, out var rejection))
            {
                Refusals.Done(Text["SeriesCreated", plan.Count]);
                Navigation.NavigateTo($"/cards/series/{id}");
                return;
            }

            problems = [rejection];
        }
        finally
        {
            busy = false;
        }
    }
}
