using System.Globalization;
using LoyaltyAdmin.Domain.Kpi;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Chooses the days of the dashboard by name or by hand, and whether to compare. The choice is the page's address.</summary>
public sealed partial class PeriodBar
{
    private bool choosing;
    private DateOnly? from;
    private DateOnly? until;

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required DashboardChoice Choice { get; set; }

    /// <summary>Whether all purchases lie in the past, so that the last of them are a choice of their own.</summary>
    [Parameter] public bool IsHistoric { get; set; }

    private IEnumerable<PeriodPreset> Offered => Enum.GetValues<PeriodPreset>()
        .Where(preset => preset != PeriodPreset.Custom && (preset != PeriodPreset.LatestYear || IsHistoric || preset == Choice.Preset));

    private static string Pattern => CultureInfo.CurrentCulture.DateTimeFormat.ShortDatePattern;

    protected override void OnParametersSet() => choosing = choosing || Choice.Preset == PeriodPreset.Custom;

    private void Choose()
    {
        choosing = !choosing;
        (from, until) = (Choice.Period.From, Choice.Period.To.AddDays(-1));
    }

    private void Show()
    {
        if (from is { } first && until is { } last && first <= last)
        {
            Navigation.NavigateTo((Choice with { Preset = PeriodPreset.Custom, Period = new KpiPeriod(first, last.AddDays(1)) }).ToAddress());
        }
    }

    private void Compare(bool compares) => Navigation.NavigateTo((Choice with { Compares = compares }).ToAddress());
}
