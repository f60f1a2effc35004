using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>All orders of gift cards, with how many are where.</summary>
public sealed partial class GiftCardOrdersList
{
    private Choice<GiftCardOrderStatus?>[] statuses = [];

    [Inject] public required GiftCardOrderQueries Queries { get; init; }

    private IEnumerable<string> Figures =>
        [Text["CountOrders", Shown!.Total], .. Shown.ByStatus.OrderBy(s => s.Key).Select(s => $"{Text[$"Order{s.Key}"]}: {Formats.Number(s.Value)}")];

    protected override TableList<GiftCardOrderRow, GiftCardOrderFilter> Describe() => GiftCardOrdersTable.Orders(Text);

    protected override Task OpenAsync()
    {
        statuses = [new(Text["AllStatuses"], null), .. Enum.GetValues<GiftCardOrderStatus>().Select(s => new Choice<GiftCardOrderStatus?>(Text[$"Order{s}"], s))];
        return Task.CompletedTask;
    }

    protected override Task<GiftCardOrderList> ReadAsync(ListState<GiftCardOrderFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, state.Filter, state.Descending, page, Cancelled);
}
