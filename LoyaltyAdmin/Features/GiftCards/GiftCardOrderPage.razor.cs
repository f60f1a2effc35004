using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>One order of gift cards: who gets what where, how far it is, and what the staff may do.</summary>
public sealed partial class GiftCardOrderPage
{
    private static readonly GiftCardOrderStatus[] Way =
        [GiftCardOrderStatus.HandedOver, GiftCardOrderStatus.OnTheWay, GiftCardOrderStatus.Delivered, GiftCardOrderStatus.Returned];

    private Actor actor = new("", new HashSet<Permission>());
    private GiftCardOrderDetails? details;
    private bool missing;

    [Inject] public required GiftCardOrderQueries Queries { get; init; }

    [Inject] public required PayGiftCardOrder Payments { get; init; }

    [Inject] public required FollowGiftCardOrder Parcels { get; init; }

    [Inject] public required CancelGiftCardOrder Cancelling { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required AuditWords Words { get; init; }

    [Parameter] public long Id { get; set; }

    private bool MayCancel => details!.Order.Status is GiftCardOrderStatus.New or GiftCardOrderStatus.Paid or GiftCardOrderStatus.Ready or GiftCardOrderStatus.Returned;

    /// <summary>What the staff may note itself, where the partner does not tell.</summary>
    private IEnumerable<GiftCardOrderStatus> Next =>
        details!.Order.Status is >= GiftCardOrderStatus.HandedOver and < GiftCardOrderStatus.Returned or GiftCardOrderStatus.Paid ? Way.Where(s => s > details.Order.Status) : [];

    private string OnCards => Formats.Money(new Money(details!.Cards.Sum(c => c.Balance)), Units.Currency);

    private IEnumerable<(string Name, string Value)> Facts
    {
        get
        {
            var order = details!.Order;
            var may = actor.May(Permission.PersonalDataView);
            yield return (Text["Buyer"], order.Buyer);
            yield return (Text["BuyerContact"], may ? order.BuyerContact : Masked(order.BuyerContact));
            if (!details.Series.IsVirtual)
            {
                yield return (Text["Recipient"], order.Recipient);
                yield return (Text["RecipientPhone"], may ? order.RecipientPhone : Masked(order.RecipientPhone));
                yield return (Text["Address"], may ? order.Address : "***");
                yield return (Text["Tracking"], order.Tracking.Length > 0 ? order.Tracking : "—");
            }

            yield return (Text["Ordered"], Formats.Instant(order.CreatedAt, Units.Zone));
            if (order.PaidAt is { } paid)
            {
                yield return (Text["OrderPaid"], Formats.Instant(paid, Units.Zone));
            }
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        actor = await ActorAsync();
        await ReadAsync();
    }

    private static string Masked(string contact) => contact.Length > 4 ? $"***{contact[^2..]}" : "***";

    private async Task ReadAsync()
    {
        details = await Queries.DetailsAsync(actor, Id, Cancelled);
        missing = details is null;
        StateHasChanged();
    }

    private async Task PayAsync() => await ShowAsync(await Payments.ExecuteAsync(actor, Id, Cancelled));

    private async Task MarkAsync(GiftCardOrderStatus status) => await ShowAsync(await Parcels.NoteAsync(actor, Id, status, null, "", Cancelled));

    private async Task TellAgainAsync() => await ShowAsync(await Parcels.TellAgainAsync(actor, Id, Cancelled));

    private async Task CancelAsync(string? reason)
    {
        if ((await Cancelling.ExecuteAsync(actor, Id, reason ?? "", Cancelled)).Accepted(out var left, out var rejection))
        {
            Refusals.Done(Text["OrderCancelledDone", Formats.Money(left, Units.Currency)]);
            await ReadAsync();
            return;
        }

        await ShowAsync(rejection);
    }

    private async Task ShowAsync(Rejection? rejection)
    {
        if (rejection is not null)
        {
            Refusals.Show(rejection);
        }

        await ReadAsync();
    }
}
