using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>The "no"s about plans and subscriptions.</summary>
internal static class SubscriptionRejections
{
    public static Rejection PlanUnknown(string key) => new("Subscriptions.PlanUnknown", key) { Field = "plan" };

    public static Rejection PlanNotSold(string name) => new("Subscriptions.PlanNotSold", name) { Field = "plan" };

    public static Rejection KeyTaken(string key) => new("Subscriptions.KeyTaken", key) { Field = "key" };

    public static Rejection Unknown(long id) => new("Subscriptions.Unknown", id);

    public static Rejection MemberBlocked() => new("Subscriptions.MemberBlocked");

    public static Rejection OpenConflict(string plan, long id) => new("Subscriptions.OpenConflict", plan, id);

    public static Rejection OperationConflict(string operation) => new("Subscriptions.OperationConflict", operation) { Field = "operationId" };

    public static Rejection NoTrial(string plan) => new("Subscriptions.NoTrial", plan) { Field = "trial" };

    public static Rejection TrialUsed(string plan) => new("Subscriptions.TrialUsed", plan) { Field = "trial" };

    public static Rejection AmountMissing(Money fee) => new("Subscriptions.AmountMissing", fee.Amount) { Field = "amount" };

    public static Rejection AmountTooGreat(Money most) => new("Subscriptions.AmountTooGreat", most.Amount) { Field = "amount" };

    public static Rejection InFuture() => new("Subscriptions.InFuture") { Field = "at" };

    public static Rejection BeforeStart() => new("Subscriptions.BeforeStart") { Field = "at" };

    public static Rejection PaidTooFar(int years) => new("Subscriptions.PaidTooFar", years);

    public static Rejection NothingToCancel() => new("Subscriptions.NothingToCancel");

    public static Rejection PaymentUnknown(string name) => new("Subscriptions.PaymentUnknown", name) { Field = "payment" };

    public static Rejection LastDayPast() => new("Subscriptions.LastDayPast") { Field = "lastDay" };
}
