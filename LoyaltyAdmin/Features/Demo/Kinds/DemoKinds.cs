using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Features.Demo.Plan;
using LoyaltyAdmin.Features.Receipts;

namespace LoyaltyAdmin.Features.Demo.Kinds;

/// <summary>All kinds of program beside points, made before the purchases that they change. Done again it changes nothing.</summary>
internal sealed class DemoKinds(DemoStage stage)
{
    private IReadOnlyDictionary<string, GiftCardPayment> payments = new Dictionary<string, GiftCardPayment>();
    private PartnerTill? till;
    private int sold;

    public async Task PrepareAsync(CancellationToken ct)
    {
        await new DemoSubscribers(stage).MakeAsync(ct);
        await new DemoClub(stage).MakeAsync(ct);
        await new DemoAnswers(stage).MakeAsync(ct);
        await new DemoCosts(stage).MakeAsync(ct);
        payments = await new DemoGiftCards(stage).MakeAsync(ct);
        till = await new DemoPartner(stage).MakeAsync(ct);
    }

    /// <summary>A posting of the plan, paid by gift card where the plan says so.</summary>
    public Posting Paid(Posting posting) => posting is SalePosting sale && payments.TryGetValue(sale.Key, out var payment)
        ? sale with { Draft = sale.Draft with { GiftCards = [payment] } }
        : posting;

    /// <summary>Posts what was sold at the partner up to an instant and is not posted in this run.</summary>
    public async Task SellAtPartnerAsync(ReceiptPoster poster, DateTime until, CancellationToken ct)
    {
        var sales = stage.Plan.Cast.AtPartner.Skip(sold).TakeWhile(s => DemoPlan.AtOf(s) <= until).ToList();
        sold += sales.Count;
        if (sales.Count > 0)
        {
            var results = await poster.PostManyAsync(DemoStage.Demo with { Partner = till }, sales, registerUnknown: false, inTransaction: null, ct);
            foreach (var result in results)
            {
                stage.Done(result.Rejection);
            }
        }
    }

    /// <summary>What follows the purchases.</summary>
    public Task CloseAsync(CancellationToken ct) => new DemoPartner(stage).SettleAsync(till!, ct);
}
