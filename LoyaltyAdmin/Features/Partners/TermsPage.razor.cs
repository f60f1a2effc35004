using System.Globalization;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Programs.Example;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>New terms with a partner, tried on a receipt by the engine at each change.</summary>
public sealed partial class TermsPage
{
    private readonly HashSet<string> unreadable = [];
    private Actor actor = new("", new HashSet<Permission>());
    private PartnerDetails? details;
    private ProgramConditions? conditions;
    private int version;
    private bool missing;
    private PartnerConditions terms = new();
    private IReadOnlyList<Rejection> wrong = [];
    private decimal sum = 2_000m;
    private ExampleResult? result;
    private Rejection? refusedExample;
    private bool later;
    private string at = "";
    private string note = "";
    private Rejection? refused;
    private bool busy;

    [Inject] public required PartnerQueries Queries { get; init; }

    [Inject] public required AgreeTerms Terms { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public int Id { get; set; }

    private string Currency => Formats.Symbol(Units.Currency);

    private long IssuedMoney => SettlementMath.Price(result!.Decision.Accrued.Value, SettlementMath.Issue(terms), Units.PointDecimals);

    private long RedeemedMoney => SettlementMath.Price(result!.Decision.MaximumRedeemable.Value, terms.RedeemPrice, Units.PointDecimals);

    private long FeeMoney => Rounding.ToWhole(result!.Decision.Net.Minor * terms.FeePercent / 100m, RoundingMode.HalfUp);

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        details = await Queries.DetailsAsync(actor, Id, Cancelled);
        missing = details is null or { Partner.State: PartnerState.Closed };
        if (missing)
        {
            details = null;
            return;
        }

        var inForce = (await Timelines.GetAsync(Cancelled)).InForceAt(Clock.UtcNow);
        (conditions, version) = (inForce.Conditions, inForce.Number);
        terms = details!.Current?.Conditions ?? new PartnerConditions();
        Compute();
    }

    private void Change(PartnerConditions changed)
    {
        terms = changed;
        Compute();
    }

    private void Mark((string Field, bool Unreadable) field)
    {
        if (field.Unreadable)
        {
            unreadable.Add(field.Field);
        }
        else
        {
            unreadable.Remove(field.Field);
        }
    }

    private void Compute()
    {
        wrong = PartnerConditionsCheck.Of(terms, Units.PointDecimals);
        if (wrong.Count > 0 || conditions is null)
        {
            return;
        }

        var sale = new ExampleSale { Balance = 100_000m, Lines = [new ExampleLine { Name = Text["ExampleGoods"], Price = sum }] };
        var decided = sale.Decide(conditions, Units.PointDecimals, version, Clock.UtcNow, new PartnerScheme(details!.Partner.Key, details.Partner.Name, terms));
        result = decided.Accepted(out var accepted, out refusedExample) ? accepted : null;
    }

    private async Task AgreeAsync()
    {
        if (busy)
        {
            return;
        }

        DateTime? from = null;
        if (later)
        {
            if (!DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            {
                refused = new Rejection("Partners.FromMissing") { Field = "from" };
                return;
            }

            from = new ProgramCalendar(Units.Zone).ToUtc(local);
        }

        busy = true;
        try
        {
            if ((await Terms.ExecuteAsync(actor, Id, terms, from, note, Cancelled)).Accepted(out _, out refused))
            {
                Refusals.Done(Text["Agreed"]);
                Navigation.NavigateTo($"/partners/{Id}");
            }
        }
        finally
        {
            busy = false;
        }
    }
}
