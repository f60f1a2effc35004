using System.Globalization;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>
/// Makes a plan or changes one. Other terms hold from the moment on in which they are saved: for purchases at once, for
/// money from the next payment on.
/// </summary>
public sealed class SavePlan(SaveOffer offers)
{
    private static readonly OfferKind<SubscriptionPlan, PlanTerms> Kind = new()
    {
        Area = "Subscriptions",
        All = db => db.SubscriptionPlans.Include(p => p.Versions),
        Make = (key, name, at) => new SubscriptionPlan { Key = key, Name = name, CreatedAt = at },
        Facts = Facts,
        Unknown = id => SubscriptionRejections.PlanUnknown(id.ToString(CultureInfo.InvariantCulture)),
        KeyTaken = SubscriptionRejections.KeyTaken,
    };

    /// <summary>What is wrong with an order, each with its field.</summary>
    public static IReadOnlyList<Rejection> Check(OfferOrder<PlanTerms> order) => order.Check(Kind.Area);

    /// <summary>The plan's number, or the first thing that is wrong.</summary>
    public Task<Result<int>> ExecuteAsync(Actor actor, OfferOrder<PlanTerms> order, CancellationToken ct) => offers.ExecuteAsync(actor, order, Kind, ct);

    private static IEnumerable<(string Field, object? Value)> Facts(bool isSold, PlanTerms terms) =>
    [
        ("PlanSold", isSold),
        ("PlanFee", terms.Fee.Amount.ToString("0.00", CultureInfo.InvariantCulture)),
        ("PlanLength", $"{terms.Length} {(terms.Unit == PeriodUnit.Months ? "M" : "D")}"),
        ("PlanTrialDays", terms.TrialDays),
        ("PlanGraceDays", terms.GraceDays),
    ];
}
