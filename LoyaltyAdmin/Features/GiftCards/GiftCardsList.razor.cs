using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>All gift cards: search, filters, order and page are in the address.</summary>
public sealed partial class GiftCardsList
{
    private Choice<GiftCardStatus?>[] statuses = [];
    private Choice<long?>[] series = [];

    [Inject] public required GiftCardListQueries Queries { get; init; }

    [Inject] public required GiftCardQueries Series { get; init; }

    private IEnumerable<string> Figures =>
    [
        Text["Found", Shown!.Total],
        Text["SumNominal", Formats.Money(new Money(Shown.Nominal), Units.Currency)],
        Text["SumBalance", Formats.Money(new Money(Shown.Balance), Units.Currency)],
    ];

    protected override TableList<GiftCardRow, GiftCardFilter> Describe() =>
        GiftCardsTable.Cards(Text, id => series.FirstOrDefault(s => s.Value == id)?.Text ?? "?");

    protected override async Task OpenAsync()
    {
        statuses = [new(Text["AllStatuses"], null), .. Enum.GetValues<GiftCardStatus>().Select(s => new Choice<GiftCardStatus?>(Text[$"Status{s}"], s))];
        series = [new(Text["AllSeries"], null), .. (await Series.SeriesAsync(Actor, Cancelled)).Select(s => new Choice<long?>(s.Series.Name, s.Series.Id))];
    }

    /// <summary>Whole codes in groups, as people read them.</summary>
    private static string Written(string code) => code.All(char.IsAsciiDigit) ? CardNumber.Grouped(code) : code;

    protected override Task<GiftCardList> ReadAsync(ListState<GiftCardFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, state.Filter, state.By<GiftCardSort>(), state.Descending, page, Cancelled);
}
