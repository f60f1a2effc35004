using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Why;

/// <summary>Begins explanations: in the current language, in the units and by the conditions of the program.</summary>
public sealed class WhyWords(IStringLocalizer<WhyText> text, ReasonWords reasons, ConditionsWords conditions, DisplayUnitsSource units, ProgramTimelines timelines)
{
    public async Task<WhyTelling> BeginAsync(CancellationToken ct) => new(text, reasons, conditions, await units(ct), await timelines.GetAsync(ct));
}
