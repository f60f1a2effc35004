using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>One statement: what is owed and how it comes about.</summary>
public sealed partial class SettlementPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private SettlementDetails? details;
    private bool missing;
    private int listed;

    [Inject] public required SettlementQueries Queries { get; init; }

    [Inject] public required PartnerWords Words { get; init; }

    [Inject] public required CloseSettlement Closing { get; init; }

    [Inject] public required DraftSettlement Drafts { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public int Id { get; set; }

    private string Period => $"{Formats.Date(details!.Settlement.From)} – {Formats.Date(details.Settlement.To.AddDays(-1))}";

    private string CloseQuestion => Text["CloseQuestion", details!.Lines.Sum(l => l.Operations), Words.Payable(details.Totals.Payable, Units)];

    protected override async Task OnParametersSetAsync()
    {
        actor = await ActorAsync();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        details = await Queries.DetailsAsync(actor, Id, Cancelled);
        missing = details is null;
        listed++;
        StateHasChanged();
    }

    private IEnumerable<(string Name, string Points, string Price, string Money)> RowsOf(SettlementLine line)
    {
        var terms = details!.Terms[line.TermsId].Conditions;
        var (issue, redeem) = (PartnerWords.Price(SettlementMath.Issue(terms), Units), PartnerWords.Price(terms.RedeemPrice, Units));
        yield return (Text["Issued"], Parts(line.Issued.Value), issue, Sum(line.IssuedMoney.Minor));
        yield return (Text["Reversed"], Parts(-line.Reversed.Value), issue, Sum(-line.ReversedMoney.Minor));
        yield return (Text["Redeemed"], Parts(line.Redeemed.Value), redeem, Sum(-line.RedeemedMoney.Minor));
        yield return (Text["Restored"], Parts(-line.Restored.Value), redeem, Sum(line.RestoredMoney.Minor));
        yield return (Text["FeeOnTurnover", Formats.Money((line.Turnover.Minor - line.Refund.Minor) / 100m, Units.Currency)], "", Formats.Percent(terms.FeePercent / 100m, 2), Sum(line.FeeMinor));
    }

    private string Parts(long parts) => Formats.Points(parts, Units.PointDecimals);

    private string Sum(long minor) => Formats.Money(minor / 100m, Units.Currency);

    private async Task CloseAsync()
    {
        if (!(await Closing.ExecuteAsync(actor, Id, Cancelled)).Accepted(out var number, out var rejection))
        {
            Refusals.Show(rejection);
        }
        else
        {
            Refusals.Done(Text["ClosedDone", number]);
        }

        await LoadAsync();
    }

    private async Task DiscardAsync()
    {
        if (await Drafts.DiscardAsync(actor, Id, Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
            await LoadAsync();
            return;
        }

        Navigation.NavigateTo($"/partners/{details!.Partner.Id}");
    }
}
