using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>The series that a form offers, and what a card of each looks like.</summary>
/// <param name="All">The series.</param>
/// <param name="Designs">Their designs.</param>
/// <param name="Program">Name of the program, for the card.</param>
public sealed record GiftCardChoice(IReadOnlyList<GiftCardSeriesRow> All, IReadOnlyList<GiftCardDesign> Designs, string Program)
{
    /// <summary>The first series; 0 where there is none.</summary>
    public long First => All.Count > 0 ? All[0].Series.Id : 0;

    public static async Task<GiftCardChoice> LoadAsync(GiftCardQueries queries, ProgramTimelines timelines, Actor actor, CancellationToken ct) => new(
        await queries.SeriesAsync(actor, ct), await queries.DesignsAsync(actor, ct), (await timelines.GetAsync(ct)).Program.Name);

    public GiftCardSeries? Find(long? id) => All.FirstOrDefault(s => s.Series.Id == id)?.Series;

    public GiftCardDesign? DesignOf(GiftCardSeries? series) => Designs.FirstOrDefault(d => d.Id == series?.DesignId);

    /// <summary>What is written on the card: the nominal, or the sum that the buyer names once it can be one.</summary>
    public static Money? Shown(GiftCardSeries? series, decimal? amount) => series is { IsFree: false } ? series.Nominal
        : amount is { } named and > 0 and <= GiftCardSeriesPlan.Greatest && decimal.Round(named, 2) == named ? Money.Of(named)
        : null;
}
