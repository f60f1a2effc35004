using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>One gift card: its money, its movements and what the staff may do to it.</summary>
public sealed partial class GiftCardPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private GiftCardDetails? details;
    private string program = "";
    private bool missing;
    private int trail;

    [Inject] public required GiftCardQueries Queries { get; init; }

    [Inject] public required GiftCardDeeds Deeds { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required AuditWords Words { get; init; }

    [Parameter] public long Id { get; set; }

    private bool IsBlocked => details!.Card.Status == GiftCardStatus.Blocked;

    private string? LastDay => details!.LastDay is { } day ? Formats.Date(day) : details.Card.SoldAt is null ? null : Text["NoEnd"].Value;

    private IEnumerable<(string Name, string Value)> Facts
    {
        get
        {
            var card = details!.Card;
            yield return (Text["Kind"], Text[details.Series.IsVirtual ? "Virtual" : "Plastic"]);
            yield return (Text["Design"], details.Design.Name);
            if (card.SoldAt is { } at)
            {
                yield return (Text["SoldOn"], Formats.Instant(at, Units.Zone));
            }

            if (card.SoldStore.Length > 0)
            {
                yield return (Text["Store"], card.SoldStore);
            }

            if (card.SoldChannel is { Length: > 0 } channel)
            {
                yield return (Text["Channel"], channel);
            }
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        actor = await ActorAsync();
        program = (await Timelines.GetAsync(Cancelled)).Program.Name;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        details = await Queries.DetailsAsync(actor, Id, Cancelled);
        missing = details is null;
        trail++;
    }

    private async Task SwitchAsync(string? reason)
    {
        var wasBlocked = IsBlocked;
        var rejection = wasBlocked
            ? await Deeds.UnblockAsync(actor, Id, reason ?? "", Cancelled)
            : await Deeds.BlockAsync(actor, Id, reason ?? "", Cancelled);
        if (rejection is not null)
        {
            Refusals.Show(rejection);
            return;
        }

        Refusals.Done(Text[wasBlocked ? "UnblockedDone" : "BlockedDone"]);
        await ReadAsync();
        StateHasChanged();
    }

    private async Task AdjustAsync()
    {
        if (await AdjustGiftCardDialog.OpenAsync(Dialogs, Text["AdjustTitle"], actor, details!.Card, Units))
        {
            Refusals.Done(Text["AdjustDone"]);
            await ReadAsync();
        }
    }

    private string Money(Money amount) => Formats.Money(amount, Units.Currency);

    private string Signed(GiftCardEntry entry) => (GiftCardEntry.IsCredit(entry.Kind) ? "+" : "−") + Money(entry.Amount);
}
