using System.Globalization;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Joining;

/// <summary>Months and channels with whom they brought and what they cost; who may enters costs here.</summary>
public sealed partial class AcquisitionList
{
    private IReadOnlyList<string> channels = [];
    private string month = "";
    private string channel = "";
    private string amount = "";
    private string? wrong;
    private int members;
    private decimal spent;
    private bool mayEdit;
    private bool busy;

    [Inject] public required AcquisitionQueries Queries { get; init; }

    [Inject] public required SetAcquisitionCost Costs { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    private IEnumerable<string> Figures =>
    [
        Text["MembersFound", members],
        .. spent > 0 ? [Text["SpentInAll", Formats.Money(spent, Units.Currency)].Value] : Array.Empty<string>(),
        .. spent > 0 && members > 0 ? [Text["CacInAll", Formats.Money(decimal.Round(spent / members, 2), Units.Currency)].Value] : Array.Empty<string>(),
    ];

    protected override TableList<AcquisitionRow, AcquisitionFilter> Describe() => AcquisitionTable.List(Text);

    protected override async Task OpenAsync()
    {
        mayEdit = Actor.May(Permission.ProgramEdit);
        channels = await Queries.ChannelsAsync(Cancelled);
        month = Clock.UtcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }

    protected override async Task<Page<AcquisitionRow>> ReadAsync(ListState<AcquisitionFilter> state, PageRequest page)
    {
        var rows = await Queries.ListAsync(Actor, state.Filter, !state.Descending, Cancelled);
        (members, spent) = (rows.Sum(r => r.NewMembers), rows.Sum(r => r.Cost ?? 0));
        return new Page<AcquisitionRow>([.. rows.Skip(page.Skip).Take(page.Take)], rows.Count);
    }

    private async Task SaveAsync()
    {
        wrong = null;
        if (!DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            wrong = Text["MonthMissing"];
            return;
        }

        var typed = amount.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.');
        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sum))
        {
            wrong = Text["Joining.AmountRange"];
            return;
        }

        busy = true;
        try
        {
            if (await Costs.ExecuteAsync(Actor, first, channel, sum, Cancelled) is { } rejection)
            {
                wrong = Refusals.TextOf(rejection);
                return;
            }

            Refusals.Done(Text["CostSaved"]);
            amount = "";
            channels = await Queries.ChannelsAsync(Cancelled);
            await ReloadAsync();
        }
        finally
        {
            busy = false;
        }
    }
}
