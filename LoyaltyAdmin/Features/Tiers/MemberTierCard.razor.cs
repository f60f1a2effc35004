using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>A member's level: what is missing to the next, what to keep it, until when; nothing where the program has no levels.</summary>
public sealed partial class MemberTierCard
{
    private MemberStanding? standing;
    private Actor? actor;
    private long shown;

    [Inject] public required TierQueries Queries { get; init; }

    [Inject] public required GiveTier Gifts { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public long MemberId { get; set; }

    /// <summary>Told when the level was changed by hand.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (shown != MemberId)
        {
            actor = await ActorAsync();
            await ReadAsync();
            shown = MemberId;
        }
    }

    private async Task ReadAsync() => standing = await Queries.StandingAsync(MemberId, Cancelled);

    private string Amount(decimal value) => standing!.Metric switch
    {
        TierMetric.Spend => Formats.Money(value, Units.Currency),
        TierMetric.PointsEarned => Formats.Points((long)(value * Domain.Values.PointsScale.Factor(Units.PointDecimals)), Units),
        _ => Text["VisitsAmount", Formats.Number(value, 0)],
    };

    private string Width(TierLevel next) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Clamp(standing!.Value / next.Threshold * 100m, 0, 100):0.#}%");

    private async Task GiveAsync()
    {
        if (await GiveTierDialog.OpenAsync(Dialogs, Text["GiveTitle"], actor!, MemberId, await Queries.LevelsAsync(Cancelled)))
        {
            await DoneAsync(Text["GivenDone"]);
        }
    }

    private async Task TakeBackAsync(string? reason)
    {
        if (await Gifts.TakeBackAsync(actor!, MemberId, reason ?? "", Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
            return;
        }

        await DoneAsync(Text["TakenBackDone"]);
    }

    private async Task DoneAsync(string words)
    {
        await ReadAsync();
        await Changed.InvokeAsync();
        Refusals.Done(words);
    }
}
