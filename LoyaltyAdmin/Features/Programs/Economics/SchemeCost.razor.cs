using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LoyaltyAdmin.Features.Programs.Economics;

/// <summary>What the edited scheme costs this shop in a year, and how much more it must sell to pay for it (R15).</summary>
public sealed partial class SchemeCost : IDisposable
{
    private const decimal UsualMargin = 0.30m;
    private const decimal UsualRedeemed = 0.70m;
    private readonly CancellationTokenSource left = new();
    private ShopFigures? figures;
    private decimal margin;
    private decimal redeemed;

    [CascadingParameter] public Task<AuthenticationState>? Authentication { get; set; }

    [Inject] public required MeasureShop Measure { get; init; }

    [Inject] public required AssumeFigures Assume { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    private SchemeEconomics Economics => new(AccrualWorth.ShareOf(Form.LastValid), redeemed, margin) { DiscountShare = Form.LastValid.Discount.Percent / 100m };

    private string Sentence => (Economics.DiscountShare > 0 ? Text["Cost.DiscountFirst", Share(Economics.DiscountShare)] + " " : "") + (Economics.Uplift is { } uplift
        ? Text["Cost.Uplift", Share(Economics.AccrualShare), Share(redeemed), Share(margin), Formats.Percent(uplift)]
        : Text["Cost.Never", Share(Economics.AccrualShare), Share(redeemed), Share(margin)]);

    private string MarginOrigin => margin == figures!.Margin ? Text["Cost.Margin.Measured"]
        : margin == figures.AssumedMargin ? Text["Cost.Said"]
        : figures.Margin is { } measured ? Text["Cost.InsteadOf", Share(measured)]
        : Text["Cost.Margin.Assumed"];

    private string RedeemedOrigin => redeemed == figures!.Redeemed ? Text["Cost.Redeemed.Measured", Formats.Date(figures.Settled.From), Formats.Date(figures.Settled.To)]
        : redeemed == figures.AssumedRedeemed ? Text["Cost.Said"]
        : figures.Redeemed is { } measured ? Text["Cost.InsteadOf", Share(measured)]
        : Text["Cost.Redeemed.Assumed"];

    private bool MayKeep => margin != Begin(figures!.AssumedMargin, figures.Margin, UsualMargin)
        || redeemed != Begin(figures.AssumedRedeemed, figures.Redeemed, UsualRedeemed);

    public void Dispose()
    {
        Form.Changed -= StateHasChanged;
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Form.Changed += StateHasChanged;
        await MeasureAsync();
    }

    private async Task MeasureAsync()
    {
        var actor = await ActorAsync();
        var measured = await Task.Run(() => Measure.ExecuteAsync(actor, left.Token), left.Token);
        margin = Begin(measured.AssumedMargin, measured.Margin, UsualMargin);
        redeemed = Begin(measured.AssumedRedeemed, measured.Redeemed, UsualRedeemed);
        figures = measured;
    }

    private async Task KeepAsync()
    {
        var kept = await Assume.ExecuteAsync(
            await ActorAsync(),
            margin == figures!.Margin ? null : margin,
            redeemed == figures.Redeemed ? null : redeemed,
            left.Token);
        if (kept is { } rejection)
        {
            Refusals.Show(rejection);
            return;
        }

        Refusals.Done(Text["Cost.Kept"]);
        await MeasureAsync();
    }

    private async Task<Actor> ActorAsync() => (await Authentication!).User.ToActor();

    /// <summary>What people have said stands before what is measured, and that before what is usual.</summary>
    private static decimal Begin(decimal? said, decimal? measured, decimal usual) => said ?? measured ?? usual;

    private static string Share(decimal share) => Formats.Percent(share, decimal.Round(share * 100m) == share * 100m ? 0 : 1);

    /// <summary>Money as one says it: to three figures, for it is reckoned.</summary>
    private string Rounded(decimal amount)
    {
        var step = 1m;
        while (amount >= 1000m * step)
        {
            step *= 10m;
        }

        return $"{Formats.Number(decimal.Round(amount / step) * step, 0)}\u00a0{Currency}";
    }
}
