using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Subscriptions;

/// <summary>R17: begun, paid, cancelled, given back; once each, whoever is at it at once.</summary>
public sealed class SubscriptionsTests
{
    [Fact]
    public async Task A_subscription_goes_from_trial_to_paid_to_past_due_to_lapsed_without_any_job()
    {
        using var shop = await PlanShop.OpenAsync();
        var id = (await shop.StartAsync(await shop.MemberAsync("anna"), trial: true)).Value.SubscriptionId;
        await AssertStateAsync(SubscriptionState.Trial);
        await shop.PayAsync(id);
        await AssertStateAsync(SubscriptionState.Active);

        shop.Till.Clock.Advance(TimeSpan.FromDays(14 + 31 + 1));
        await AssertStateAsync(SubscriptionState.PastDue);
        shop.Till.Clock.Advance(TimeSpan.FromDays(7));
        await AssertStateAsync(SubscriptionState.Lapsed);
        await shop.PayAsync(id);
        await AssertStateAsync(SubscriptionState.Active);

        async Task AssertStateAsync(SubscriptionState state)
        {
            Assert.Equal(state, (await shop.SeeAsync(id)).State);
            var listed = await shop.Get<SubscriptionListQueries>().ListAsync(PlanShop.Shop, new SubscriptionFilter { State = state }, SubscriptionSort.Started, true, new PageRequest(0, 10), default);
            Assert.Equal(1, listed.Total);
        }
    }

    [Fact]
    public async Task Of_twenty_starts_at_once_one_begins_a_subscription()
    {
        using var shop = await PlanShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.StartAsync(anna, operation: $"start {i}")));

        Assert.Single(results, r => r.Rejection is null);
        Assert.All(results.Where(r => r.Rejection is not null), r => Assert.Equal("Subscriptions.OpenConflict", r.Rejection!.Code));
        await using var db = shop.Till.Database.CreateDbContext();
        Assert.Equal(1, await db.Subscriptions.CountAsync());
    }

    [Fact]
    public async Task One_payment_reported_twenty_times_at_once_counts_once()
    {
        using var shop = await PlanShop.OpenAsync();
        var id = (await shop.StartAsync(await shop.MemberAsync("anna"))).Value.SubscriptionId;

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.PayAsync(id, operation: "november")));

        Assert.Single(results, r => !r.Value.Replayed);
        Assert.Equal(Money.Of(200), (await shop.SeeAsync(id)).Paid);
    }

    [Fact]
    public async Task Ten_payments_at_once_make_ten_months()
    {
        using var shop = await PlanShop.OpenAsync();
        var id = (await shop.StartAsync(await shop.MemberAsync("anna"))).Value.SubscriptionId;

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => shop.PayAsync(id, operation: $"month {i}")));

        Assert.Equal(Money.Of(1_100), (await shop.SeeAsync(id)).Paid);
    }

    [Fact]
    public async Task Another_content_under_the_same_name_is_refused()
    {
        using var shop = await PlanShop.OpenAsync();
        var id = (await shop.StartAsync(await shop.MemberAsync("anna"))).Value.SubscriptionId;
        await shop.PayAsync(id, operation: "november");

        Assert.Equal("Subscriptions.OperationConflict", (await shop.PayAsync(id, 50, operation: "november")).Rejection!.Code);
    }

    [Fact]
    public async Task It_is_tried_once_and_a_plan_without_a_trial_never()
    {
        using var shop = await PlanShop.OpenAsync();
        await shop.PlanAsync("dear", "Dear", PlanShop.Terms with { TrialDays = 0 });
        var anna = await shop.MemberAsync("anna");
        await shop.StartAsync(anna, trial: true);
        shop.Till.Clock.Advance(TimeSpan.FromDays(40));

        Assert.Equal("Subscriptions.TrialUsed", (await shop.StartAsync(anna, trial: true)).Rejection!.Code);
        Assert.Equal("Subscriptions.NoTrial", (await shop.StartAsync(anna, trial: true, plan: "dear")).Rejection!.Code);
        Assert.Null((await shop.StartAsync(anna)).Rejection);
    }

    [Fact]
    public async Task A_new_fee_holds_from_the_next_payment_on()
    {
        using var shop = await PlanShop.OpenAsync();
        var id = (await shop.StartAsync(await shop.MemberAsync("anna"))).Value.SubscriptionId;
        var plan = (await shop.Get<PlanQueries>().AllAsync(default)).Single();
        shop.Till.Clock.Advance(TimeSpan.FromDays(10));
        await shop.Get<SavePlan>().ExecuteAsync(PlanShop.Shop, new OfferOrder<PlanTerms> { Id = plan.Id, Version = plan.Version, Name = "Plus", Terms = PlanShop.Terms with { Fee = Money.Of(150) } }, default);

        Assert.Equal("Subscriptions.AmountTooGreat", (await shop.PayAsync(id, 151)).Rejection!.Code);
        Assert.Null((await shop.PayAsync(id, 150)).Rejection);
        Assert.Equal([Money.Of(150), Money.Of(100)], (await shop.SeeAsync(id)).Events.Where(e => e.Kind == SubscriptionEventKind.Paid).Select(e => e.Fee));
    }

    [Fact]
    public async Task No_more_is_given_back_than_was_paid()
    {
        using var shop = await PlanShop.OpenAsync();
        var id = (await shop.StartAsync(await shop.MemberAsync("anna"), operation: "start")).Value.SubscriptionId;
        Task<Result<SubscriptionDone>> GiveBack(decimal amount) => shop.Get<RefundSubscription>().ExecuteAsync(
            PlanShop.Shop, new RefundOrder { SubscriptionId = id, Payment = "start", Amount = Money.Of(amount) }, default);

        Assert.Null((await GiveBack(60)).Rejection);
        Assert.Equal("Subscriptions.AmountTooGreat", (await GiveBack(60)).Rejection!.Code);

        var after = await shop.SeeAsync(id);
        Assert.Equal((SubscriptionState.Ended, Money.Of(40)), (after.State, after.Paid));
    }

    [Fact]
    public async Task What_staff_do_by_hand_needs_a_reason_and_is_in_the_history_of_the_member()
    {
        using var shop = await PlanShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var clerk = new Actor("clerk@example.com", Roles.PermissionsOf(Roles.Operator));
        var start = new StartOrder { MemberId = anna, Plan = "plus", Trial = true };

        Assert.Equal("Subscriptions.ReasonMissing", (await shop.Get<StartSubscription>().ExecuteAsync(clerk, start with { Reason = " " }, default)).Rejection!.Code);
        Assert.Null((await shop.Get<StartSubscription>().ExecuteAsync(clerk, start with { Reason = "Asked by phone" }, default)).Rejection);

        await using var db = shop.Till.Database.CreateDbContext();
        var entry = await db.AuditEntries.AsNoTracking().SingleAsync(a => a.Reason == "Asked by phone");
        Assert.Equal(("Member", $"{anna}"), (entry.Subject, entry.SubjectId));
        Assert.Contains("Plus", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Churn_counts_those_who_were_paying_and_have_gone()
    {
        using var shop = await PlanShop.OpenAsync();
        var ids = new List<long>();
        foreach (var name in new[] { "anna", "boris", "vera", "gleb" })
        {
            ids.Add((await shop.StartAsync(await shop.MemberAsync(name))).Value.SubscriptionId);
        }

        shop.Till.Clock.Advance(TimeSpan.FromDays(29));
        await shop.PayAsync(ids[0]);
        await shop.PayAsync(ids[1]);
        await shop.CancelAsync(ids[1]);
        shop.Till.Clock.Advance(TimeSpan.FromDays(15));

        // Fourteen days ago all four were paying; by now Boris cancelled, Vera and Gleb lapsed.
        var plan = (await shop.Get<PlanQueries>().OverviewAsync(PlanShop.Shop, default)).Single();
        Assert.Equal((4, 3, 0.75m), (plan.ActiveThen, plan.Left, plan.Churn!.Value));
        Assert.Equal(2, plan.Subscribers);
        Assert.Equal(Money.Of(100), plan.Monthly);
    }

    [Fact]
    public async Task Who_may_not_is_refused()
    {
        using var shop = await PlanShop.OpenAsync();
        var manager = new Actor("m@example.com", Roles.PermissionsOf(Roles.Manager));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => shop.Get<SavePlan>().ExecuteAsync(manager, new OfferOrder<PlanTerms> { Key = "x", Name = "X", Terms = PlanShop.Terms }, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => shop.Get<CancelSubscription>().ExecuteAsync(new Actor("n", new HashSet<Permission>()), new CancelOrder { SubscriptionId = 1 }, default));
    }
}
