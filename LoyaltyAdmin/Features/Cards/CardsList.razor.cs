using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>All cards: search, filters, order and page are in the address. Cards of members are blocked on the member's page, those of nobody here.</summary>
public sealed partial class CardsList
{
    private Choice<CardStatus?>[] statuses = [];
    private Choice<long?>[] series = [];
    private Choice<bool?>[] kinds = [];
    private Choice<bool?>[] issues = [];

    [Inject] public required CardListQueries Queries { get; init; }

    [Inject] public required CardSeriesQueries Series { get; init; }

    [Inject] public required BlockCard Blocking { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    private IEnumerable<string> Figures =>
    [
        Text["Found", Shown!.Total],
        .. Shown.ByStatus.OrderBy(count => count.Key).Select(count => $"{Text[$"Status{count.Key}"]}: {Formats.Number(count.Value)}"),
    ];

    protected override TableList<CardListRow, CardFilter> Describe() => CardsTable.Cards(Text, id => series.FirstOrDefault(s => s.Value == id)?.Text ?? "?");

    protected override async Task OpenAsync()
    {
        statuses = [new(Text["AllStatuses"], null), .. Enum.GetValues<CardStatus>().Select(s => new Choice<CardStatus?>(Text[$"Status{s}"], s))];
        kinds = [new(Text["AllKinds"], null), new(Text["Plastic"], false), new(Text["Virtual"], true)];
        issues = [new(Text["IssuedOrNot"], null), new(Text["OnlyIssued"], true), new(Text["OnlyFree"], false)];
        series = [new(Text["AllSeries"], null), .. (await Series.NamesAsync(Cancelled)).Select(s => new Choice<long?>(s.Name, s.Id))];
    }

    protected override Task<CardList> ReadAsync(ListState<CardFilter> state, PageRequest page) =>
        Queries.ListAsync(state.Filter, state.By<CardSort>(), state.Descending, page, Cancelled);

    private async Task SwitchAsync(CardListRow row, string? reason)
    {
        var wasBlocked = row.Status == CardStatus.Blocked;
        var rejection = wasBlocked
            ? await Blocking.UnblockAsync(await ActorAsync(), row.Id, reason ?? "", Cancelled)
            : await Blocking.BlockAsync(await ActorAsync(), row.Id, reason ?? "", Cancelled);
        if (rejection is not null)
        {
            Refusals.Show(rejection);
            return;
        }

        Refusals.Done(Text[wasBlocked ? "UnblockedDone" : "BlockedDone", CardNumber.Grouped(row.Number)]);
        await ReloadAsync();
    }
}
