using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Periods as people read them: with the last day that belongs to them.</summary>
public static class PeriodWords
{
    public static string Of(KpiPeriod period, IStringLocalizer<KpiText> text) => period.Days <= 1
        ? Formats.Date(period.From)
        : text["PeriodOf", Formats.Date(period.From), Formats.Date(period.To.AddDays(-1))];
}
