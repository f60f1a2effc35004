using System.Globalization;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Cards;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>The form of a new series: the card that buyers will see stands beside it.</summary>
public sealed partial class NewGiftCardSeriesPage
{
    private GiftCardSeriesPlan plan = new() { Minimum = 500, Maximum = 30_000 };
    private decimal nominal = 3_000;
    private bool isFree;
    private IReadOnlyList<GiftCardDesign>? designs;
    private IReadOnlyList<Rejection> problems = [];
    private string program = "";
    private bool busy;

    [Inject] public required GiftCardQueries Queries { get; init; }

    [Inject] public required CreateGiftCardSeries Create { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private GiftCardSeriesPlan Wanted => plan with { Nominal = isFree ? null : nominal };

    private GiftCardDesign? Design => designs?.FirstOrDefault(d => d.Id == plan.DesignId);

    private Money? Shown => !isFree && nominal is > 0 and <= GiftCardSeriesPlan.Greatest && decimal.Round(nominal, 2) == nominal ? Money.Of(nominal) : null;

    /// <summary>Null while the form describes no code.</summary>
    private string? Example => plan.Codes is { Capacity: > 0 } codes && CardSeriesPlan.CheckPrefix(codes.Prefix, hasCheckDigit: true) is null
        ? SeriesLook.Of(codes.Prefix, codes.Length, hasCheckDigit: true)
        : null;

    protected override async Task OnInitializedAsync()
    {
        program = (await Timelines.GetAsync(Cancelled)).Program.Name;
        designs = await Queries.DesignsAsync(await ActorAsync(), Cancelled);
        plan = plan with { DesignId = designs.Count > 0 ? designs[0].Id : 0 };
    }

    private static string? Written(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static int Whole(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static decimal Amount(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static long Id(ChangeEventArgs args) => long.TryParse(args.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private string? Error(string field) => problems.FirstOrDefault(problem => problem.Field == field) is { } problem ? Refusals.TextOf(problem) : null;

    private async Task CreateAsync()
    {
        if (busy)
        {
            return;
        }

        problems = Wanted.Check();
        if (problems.Count > 0)
        {
            return;
        }

        busy = true;
        try
        {
            var actor = await ActorAsync();
            var result = await Task.Run(() => Create.ExecuteAsync(actor, Wanted, Cancelled), Cancelled);
            if (result.Accepted(out var id, out var rejection))
            {
                Refusals.Done(Text["SeriesCreated"]);
                Navigation.NavigateTo($"/gift-cards/series/{id}");
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
