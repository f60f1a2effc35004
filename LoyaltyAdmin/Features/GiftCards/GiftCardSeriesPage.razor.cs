using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Features.Cards;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>One series: what became of its cards, what they are worth and for how long.</summary>
public sealed partial class GiftCardSeriesPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private GiftCardSeriesRow? row;
    private GiftCardDesign? design;
    private string program = "";
    private bool missing;

    [Inject] public required GiftCardQueries Queries { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Parameter] public long Id { get; set; }

    private IEnumerable<(string Name, string Value)> Facts
    {
        get
        {
            var series = row!.Series;
            yield return (Text["Kind"], Text[series.IsVirtual ? "Virtual" : "Plastic"]);
            yield return (Text["Nominal"], series.IsFree
                ? $"{Formats.Money(series.Minimum, Units.Currency)} – {Formats.Money(series.Maximum, Units.Currency)}"
                : Formats.Money(series.Nominal, Units.Currency));
            yield return (Text["TermMonths"], series.TermMonths == 0 ? Text["NoEnd"] : Formats.Number(series.TermMonths));
            yield return (Text["GraceDays"], Formats.Number(series.GraceDays));
            yield return (Text["Code"], SeriesLook.Of(series.Prefix, series.Length, hasCheckDigit: true));
            yield return (Text["HasPin"], Text[series.HasPin ? "Yes" : "No"]);
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (row?.Series.Id != Id)
        {
            actor = await ActorAsync();
            program = (await Timelines.GetAsync(Cancelled)).Program.Name;
            row = (await Queries.SeriesAsync(actor, Cancelled)).FirstOrDefault(r => r.Series.Id == Id);
            design = row is null ? null : (await Queries.DesignsAsync(actor, Cancelled)).FirstOrDefault(d => d.Id == row.Series.DesignId);
            missing = row is null;
        }
    }
}
