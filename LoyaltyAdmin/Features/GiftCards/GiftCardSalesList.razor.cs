using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Charts;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>What was sold by series, design, month, store or channel, and what became of the money.</summary>
public sealed partial class GiftCardSalesList
{
    private Choice<GiftCardSalesBy?>[] groupings = [];
    private IReadOnlyList<GiftCardSalesRow> all = [];
    private ChartOptions? chart;

    [Inject] public required GiftCardSales Sales { get; init; }

    private IEnumerable<string> Figures =>
    [
        Text["Found", all.Sum(r => r.Sold)],
        Text["SumNominal", Money(all.Sum(r => r.Nominal))],
        Text["SumRedeemed", Money(all.Sum(r => r.Redeemed))],
        Text["SumBalance", Money(all.Sum(r => r.Remaining))],
    ];

    protected override TableList<GiftCardSalesRow, GiftCardSalesFilter> Describe() => GiftCardOrdersTable.Sales(Text);

    protected override Task OpenAsync()
    {
        groupings = [.. Enum.GetValues<GiftCardSalesBy>().Select(by => new Choice<GiftCardSalesBy?>(Text[$"SalesBy{by}"], by))];
        return Task.CompletedTask;
    }

    protected override async Task<Page<GiftCardSalesRow>> ReadAsync(ListState<GiftCardSalesFilter> state, PageRequest page)
    {
        all = await Sales.ReadAsync(Actor, state.Filter, Cancelled);
        chart = all.Count == 0 ? null : ChartOf(await Sales.ReadAsync(Actor, state.Filter with { By = GiftCardSalesBy.Month }, Cancelled));
        return new Page<GiftCardSalesRow>([.. Describe().Sorted(all, state).Skip(page.Skip).Take(page.Take)], all.Count);
    }

    private ChartOptions ChartOf(IReadOnlyList<GiftCardSalesRow> months) => new()
    {
        Title = Text["SalesChart"],
        Kind = ChartKind.Column,
        Unit = ChartUnit.Money,
        UnitText = Formats.Symbol(Units.Currency),
        Categories = [.. months.Select(m => Formats.Month(DateOnly.ParseExact(m.Name + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))],
        Series =
        [
            new ChartSeries(Text["Nominal"], ChartColor.Indigo, [.. months.Select(m => (decimal?)(m.Nominal / 100m))]),
            new ChartSeries(Text["Redeemed"], ChartColor.Teal, [.. months.Select(m => (decimal?)(m.Redeemed / 100m))]),
        ],
    };

    private string Money(long minor) => Formats.Money(minor / 100m, Units.Currency);
}
