using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Features.Receipts;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Demo;

public sealed class MakeDemoShopTests
{
    [Fact]
    public async Task The_shop_is_made_by_the_engine_whole_and_the_books_agree()
    {
        using var demo = await SmallDemo.MadeAsync();
        var plan = await demo.PlanAsync();

        await using var db = demo.Database.CreateDbContext();
        Assert.Equal(plan.Members.Count, await db.Members.CountAsync(m => m.IsDemo));
        Assert.Equal(plan.Postings.OfType<SalePosting>().Count(), await db.Receipts.CountAsync(r => r.Source == ReceiptSource.Demo && r.PartnerId == null));
        Assert.Equal(plan.Postings.OfType<ReturnPosting>().Count(), await db.Returns.CountAsync(r => r.Source == ReceiptSource.Demo));
        Assert.Equal(plan.Goods.Count, await db.Goods.CountAsync(g => g.IsDemo));
        Assert.Equal(DemoShopStatus.Ready, await demo.StatusAsync());
        await demo.AssertSoundAsync();
    }

    [Fact]
    public async Task Points_are_spent_while_they_live_and_expire_on_their_day()
    {
        using var demo = await SmallDemo.MadeAsync();

        await using var db = demo.Database.CreateDbContext();
        var spent = await db.LedgerEntries.Where(e => e.Kind == EntryKind.Redemption).MinAsync(e => e.Day);
        var expired = await db.LedgerEntries.Where(e => e.Kind == EntryKind.Expiry).Select(e => e.Day).ToListAsync();
        var now = demo.Database.Clock.UtcNow;

        // More than a year ago: what was alive then is over now, and could be spent then.
        Assert.True(spent < new DateOnly(2025, 3, 1));
        Assert.NotEmpty(expired);
        Assert.True(expired.Distinct().Count() > 10);
        Assert.Empty(await db.Lots.Where(l => l.Remaining.Value > 0 && l.ExpiresAt <= now).ToListAsync());
    }

    [Fact]
    public async Task All_kinds_of_program_are_alive_in_it()
    {
        using var demo = await SmallDemo.MadeAsync();
        var now = demo.Database.Clock.UtcNow;
        await using var db = demo.Database.CreateDbContext();

        var states = await db.SubscriptionSpans.Where(s => s.From <= now && s.Until > now).Select(s => s.State).Distinct().ToListAsync();
        Assert.Superset(new HashSet<SubscriptionState> { SubscriptionState.Trial, SubscriptionState.Active, SubscriptionState.PastDue, SubscriptionState.Cancelled }, states.ToHashSet());
        Assert.True(await db.SubscriptionSavings.AnyAsync());
        Assert.True(await db.ClubPlaces.CountAsync(p => p.Until > now) >= 2);
        Assert.Equal(3, await db.ClubInvitations.CountAsync(i => i.State == InvitationState.Issued && i.ExpiresAt > now));
        Assert.True(await db.Receipts.CountAsync(r => r.PartnerId != null) >= 10);
        Assert.Equal([SettlementStatus.Draft, SettlementStatus.Closed], await db.Settlements.Select(s => s.Status).OrderBy(s => s).ToListAsync());
        Assert.NotEmpty(await db.SettlementLines.ToListAsync());
        Assert.True(await db.GiftCards.AnyAsync(c => c.Status == GiftCardStatus.Active && c.Balance.Minor < c.Nominal.Minor) || await db.GiftCards.AnyAsync(c => c.Status == GiftCardStatus.UsedUp));
        Assert.Equal(3, await db.GiftCardOrders.CountAsync());
        Assert.True(await db.MemberAnswers.AnyAsync());
        Assert.Equal(36, await db.AcquisitionCosts.CountAsync());
    }

    [Fact]
    public async Task A_second_run_makes_nothing()
    {
        using var demo = await SmallDemo.MadeAsync();
        var before = await demo.SumsAsync();

        Assert.False(await demo.MakeAsync());

        Assert.Equal(before, await demo.SumsAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(400)]
    public async Task Cut_off_in_between_it_goes_on_to_the_very_same_shop(int after)
    {
        using var whole = await SmallDemo.MadeAsync();
        using var demo = await SmallDemo.OpenAsync();
        using var stop = new CancellationTokenSource();
        demo.Board.Changed += () => StopAt();
        void StopAt()
        {
            if (demo.Board.Progress?.Receipts >= after || after == 1)
            {
                stop.Cancel();
            }
        }

        // The board tells at most a few times a second, so a quick machine may be through before: then there is nothing to go on with.
        try
        {
            await demo.MakeAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Equal(DemoShopStatus.Making, await demo.StatusAsync());
        }

        demo.Database.Clock.Advance(TimeSpan.FromMinutes(5));
        await demo.MakeAsync();

        Assert.Equal(await whole.SumsAsync(), await demo.SumsAsync());
        await demo.AssertSoundAsync();
    }

    [Fact]
    public async Task What_was_posted_before_its_count_was_written_is_not_doubled()
    {
        using var demo = await SmallDemo.MadeAsync();
        var before = await demo.SumsAsync();
        await using (var db = demo.Database.CreateDbContext())
        {
            await db.DemoShops.ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, DemoShopStatus.Making).SetProperty(s => s.Posted, 100));
        }

        Assert.True(await demo.MakeAsync());

        Assert.Equal(before, await demo.SumsAsync());
    }

    [Fact]
    public async Task A_portal_that_has_members_of_its_own_gets_no_demo()
    {
        using var demo = await SmallDemo.OpenAsync();
        await demo.Database.AddAsync(new Member { Id = 1, ExternalId = "anna", JoinedAt = demo.Database.Clock.UtcNow, JoinedOn = new DateOnly(2026, 3, 10) });

        Assert.False(await demo.MakeAsync());

        Assert.Null(await demo.StatusAsync());
    }
}
