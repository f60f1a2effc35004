using System.Globalization;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Demo.Plan;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Demo.Kinds;

/// <summary>A paid plan whose subscribers stand everywhere: on trial, active, past due, cancelled, lapsed.</summary>
internal sealed class DemoSubscribers(DemoStage stage)
{
    private const string Key = "demo-plus";

    public async Task MakeAsync(CancellationToken ct)
    {
        var fee = Money.Of(stage.Price(199));
        await PlanAsync(fee, ct);
        stage.At(stage.EndsAt);
        var book = stage.Make<SubscriptionBook>(stage.Clock);
        var (start, pay, cancel) = (stage.Make<StartSubscription>(book), stage.Make<PaySubscription>(book), stage.Make<CancelSubscription>(book));
        var members = await stage.MembersAsync(stage.Plan.Cast.Subscribers, ct);
        foreach (var (name, (from, payments, cancelledAt)) in stage.Plan.Cast.Subscribers.Select((name, i) => (name, Course(i))).OrderBy(s => s.Item2.From))
        {
            var order = new StartOrder
            {
                OperationId = $"{Key}-{name}",
                At = from,
                MemberId = members[name],
                Plan = Key,
                Trial = payments == 0,
                Amount = payments == 0 ? null : fee,
            };
            var started = await start.ExecuteAsync(DemoStage.Demo, order, ct);
            if (!stage.Done(started.Rejection))
            {
                continue;
            }

            var id = started.Value.SubscriptionId;
            for (var month = 1; month < payments; month++)
            {
                var operation = string.Create(CultureInfo.InvariantCulture, $"{Key}-{name}-{month}");
                stage.Done((await pay.ExecuteAsync(
                    DemoStage.Demo, new PaymentOrder { OperationId = operation, At = from.AddMonths(month).AddDays(-1), SubscriptionId = id, Amount = fee }, ct)).Rejection);
            }

            if (cancelledAt is { } at)
            {
                stage.Done((await cancel.ExecuteAsync(
                    DemoStage.Demo, new CancelOrder { OperationId = $"{Key}-{name}-cancel", At = at, SubscriptionId = id }, ct)).Rejection);
            }
        }
    }

    /// <summary>When a subscription begins, for how many months it is paid, and when it is cancelled. Without payments it is a trial.</summary>
    private (DateTime From, int Payments, DateTime? CancelledAt) Course(int subscriber)
    {
        var months = 1 + (subscriber % 6);
        return (subscriber % 8) switch
        {
            0 => (Ago(4 + (subscriber % 3), 0), 0, null),
            5 => (Ago(3, months), months, null),
            6 => (Ago(12, 3), 4, Ago(2, 0)),
            7 => (Ago(0, 6), 4, null),
            _ => (Ago(3 + (subscriber % 20), months), months + 1, null),
        };

        DateTime Ago(int days, int before) => DemoCast.Daytime(stage.EndsAt.AddDays(-days).AddMonths(-before), subscriber);
    }

    private async Task PlanAsync(Money fee, CancellationToken ct)
    {
        await using var db = await stage.OpenAsync(ct);
        if (await db.SubscriptionPlans.AnyAsync(p => p.Key == Key, ct))
        {
            return;
        }

        stage.At(stage.Plan.BeginsAt);
        var order = new OfferOrder<PlanTerms>
        {
            Key = Key,
            Name = stage.Say("Plus", "Плюс"),
            Terms = new PlanTerms
            {
                Fee = fee,
                TrialDays = 14,
                Benefits = new Benefits { DiscountPercent = 5, Words = stage.Say("Delivery for nothing", "Бесплатная доставка") },
            },
        };
        stage.Done((await stage.Make<SavePlan>(stage.Make<SaveOffer>(stage.Clock)).ExecuteAsync(DemoStage.Demo, order, ct)).Rejection);
    }
}
