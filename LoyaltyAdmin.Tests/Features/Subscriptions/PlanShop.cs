using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Subscriptions;

/// <summary>A shop that sells a plan: 100 a month, 14 days for nothing, 7 of grace; 10% off and 7% in points.</summary>
internal sealed class PlanShop(Till till) : IDisposable
{
    public static readonly Actor Shop = Actor.System("shop");

    public static PlanTerms Terms { get; } = new()
    {
        Fee = Money.Of(100),
        TrialDays = 14,
        Benefits = new Benefits { DiscountPercent = 10, AccrualRate = 7 },
    };

    public Till Till => till;

    public static async Task<PlanShop> OpenAsync(ProgramConditions? conditions = null, PlanTerms? terms = null)
    {
        var shop = new PlanShop(await Till.OpenAsync(conditions));
        await shop.PlanAsync("plus", "Plus", terms ?? Terms);
        return shop;
    }

    public async Task<int> PlanAsync(string key, string name, PlanTerms terms) =>
        (await Get<SavePlan>().ExecuteAsync(Shop, new OfferOrder<PlanTerms> { Key = key, Name = name, Terms = terms }, default)).Value;

    public async Task<long> MemberAsync(string name)
    {
        await till.MemberAsync(name);
        return (await till.AccountAsync(name)).MemberId;
    }

    public Task<Result<SubscriptionDone>> StartAsync(long member, bool trial = false, decimal? amount = null, string? operation = null, DateTime? at = null, string plan = "plus") =>
        Get<StartSubscription>().ExecuteAsync(
            Shop, new StartOrder { MemberId = member, Plan = plan, Trial = trial, Amount = amount is { } paid ? Money.Of(paid) : trial ? null : Money.Of(100), OperationId = operation, At = at }, default);

    public Task<Result<SubscriptionDone>> PayAsync(long subscription, decimal amount = 100, string? operation = null, DateTime? at = null) =>
        Get<PaySubscription>().ExecuteAsync(Shop, new PaymentOrder { SubscriptionId = subscription, Amount = Money.Of(amount), OperationId = operation, At = at }, default);

    public Task<Result<SubscriptionDone>> CancelAsync(long subscription) =>
        Get<CancelSubscription>().ExecuteAsync(Shop, new CancelOrder { SubscriptionId = subscription }, default);

    public async Task<SubscriptionDetails> SeeAsync(long subscription) => (await Get<SubscriptionQueries>().FindAsync(subscription, default))!;

    public async Task<List<SubscriptionSaving>> SavingsAsync()
    {
        await using var db = till.Database.CreateDbContext();
        return await db.SubscriptionSavings.AsNoTracking().OrderBy(s => s.ReceiptId).ThenBy(s => s.Line).ToListAsync();
    }

    public T Get<T>()
        where T : notnull => till.Database.Get<T>();

    public void Dispose() => till.Dispose();
}
