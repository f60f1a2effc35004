using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Demo;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Demo;

public sealed class RemoveDemoShopTests
{
    [Fact]
    public async Task One_click_takes_it_all_and_leaves_the_portal_as_it_was()
    {
        using var demo = await SmallDemo.MadeAsync();
        var plan = await demo.PlanAsync();
        var preview = await demo.Database.Get<RemoveDemoShop>().PreviewAsync(SmallDemo.Administrator, default);

        var removed = (await RemoveAsync(demo)).Value;

        Assert.Equal(preview, removed);
        Assert.Equal(new DemoCounts(plan.Members.Count, plan.Postings.OfType<SalePosting>().Count() + plan.Cast.AtPartner.Count, plan.Postings.OfType<ReturnPosting>().Count(), 0), removed);
        await using var db = demo.Database.CreateDbContext();
        Assert.Empty(await LeftAsync(demo));
        Assert.Equal(1, await db.Programs.CountAsync());
        Assert.Equal(AuditAction.Deleted, (await db.AuditEntries.SingleAsync(a => a.Subject == nameof(DemoShop))).Action);
        await demo.AssertSoundAsync();
    }

    [Fact]
    public async Task What_the_shop_has_of_its_own_stays_as_it_is()
    {
        using var alone = await SmallDemo.OpenAsync();
        await TradeAsync(alone);
        using var demo = await SmallDemo.MadeAsync();
        await TradeAsync(demo);

        await RemoveAsync(demo);

        Assert.Equal(await alone.SumsAsync(), await demo.SumsAsync());
        await demo.AssertSoundAsync();
    }

    [Fact]
    public async Task An_invented_member_with_a_real_receipt_stays_with_all_that_is_theirs_and_the_books_agree()
    {
        using var demo = await SmallDemo.MadeAsync();
        var (member, receipts) = await RegularAsync(demo);
        await demo.PostAsync(Sale("R-1", member, 500m, redeem: 20));

        var removed = (await RemoveAsync(demo)).Value;

        Assert.Equal(1, removed.Kept);
        await using var db = demo.Database.CreateDbContext();
        Assert.Equal(member, (await db.Members.SingleAsync()).ExternalId);
        Assert.Equal(receipts + 1, await db.Receipts.CountAsync(r => r.PartnerId == null));
        Assert.Equal(20, (await db.Receipts.SingleAsync(r => r.Key == "R-1")).RedeemedPoints.Value);
        await demo.AssertSoundAsync();
    }

    [Fact]
    public async Task Goods_that_a_till_takes_back_keep_the_receipt_they_were_bought_with()
    {
        using var demo = await SmallDemo.MadeAsync();
        await using var db = demo.Database.CreateDbContext();
        var strangers = await db.Receipts.Where(r => r.MemberId == null).OrderBy(r => r.Id).Select(r => r.Key).Take(1).SingleAsync();
        var line = await db.ReceiptLines.Where(l => l.ReturnedQuantity.Thousandths == 0 && db.Receipts.Any(r => r.Id == l.ReceiptId && r.Key == strangers)).FirstAsync();
        await demo.PostAsync(new ReturnPosting
        {
            Key = "B-1",
            PayloadHash = "b",
            Source = ReceiptSource.Api,
            OccurredAt = demo.Database.Clock.UtcNow,
            ReceiptKey = strangers,
            Lines = [new ReturnPostingLine { Line = line.Line, Quantity = line.Quantity }],
        });

        await RemoveAsync(demo);

        Assert.Equal([strangers], await db.Receipts.Select(r => r.Key).ToListAsync());
        Assert.Contains("B-1", await db.Returns.Select(r => r.Key).ToListAsync());
        await demo.AssertSoundAsync();
    }

    [Fact]
    public async Task Points_that_the_staff_gave_an_invented_member_go_with_the_member()
    {
        using var demo = await SmallDemo.MadeAsync();
        await using var db = demo.Database.CreateDbContext();
        var (name, _) = await RegularAsync(demo);
        var account = await db.Accounts.Where(a => db.Members.Any(m => m.Id == a.MemberId && m.ExternalId == name)).Select(a => a.Id).SingleAsync();
        await demo.Database.Get<LedgerBatch>().RunAsync("chief", [account], work =>
        {
            var context = new LoyaltyAdmin.Domain.Ledger.EntryContext { At = work.Now, Day = work.Calendar.DayOf(work.Now), Author = "chief", Reason = "A try" };
            work.Ledgers[account].Withdraw(new Points(1), context);
            return Task.FromResult(true);
        }, default);

        await RemoveAsync(demo);

        Assert.Empty(await LeftAsync(demo));
        await demo.AssertSoundAsync();
    }

    [Fact]
    public async Task An_invented_member_for_whom_a_till_holds_points_stays()
    {
        using var demo = await SmallDemo.MadeAsync();
        await using var db = demo.Database.CreateDbContext();
        var (name, _) = await RegularAsync(demo);
        var now = demo.Database.Clock.UtcNow;
        var account = await db.Accounts.Where(a => db.Members.Any(m => m.Id == a.MemberId && m.ExternalId == name)).Select(a => a.Id).SingleAsync();
        await demo.Database.AddAsync(new LoyaltyAdmin.Domain.Ledger.Hold
        {
            Id = 1,
            AccountId = account,
            ReceiptKey = "H-1",
            Points = Points.Zero,
            CreatedAt = now,
            ExpiresAt = now.AddMinutes(10),
            Payload = "{}",
            PayloadHash = "h",
            Decision = "{}",
        });

        var removed = (await RemoveAsync(demo)).Value;

        Assert.Equal(1, removed.Kept);
        Assert.Equal([name], await db.Members.Select(m => m.ExternalId).ToListAsync());
        await demo.AssertSoundAsync();
    }

    [Fact]
    public async Task What_a_real_member_is_in_stays_and_the_other_kinds_of_program_go()
    {
        using var demo = await SmallDemo.MadeAsync();
        var registration = new MemberRegistration { Profile = new MemberProfile { ExternalId = "anna" } };
        var anna = (await demo.Database.Get<RegisterMember>().ExecuteAsync(SmallDemo.Administrator, registration, default)).Value.MemberId;
        Assert.Null((await demo.Database.Get<StartSubscription>().ExecuteAsync(
            SmallDemo.Administrator, new StartOrder { MemberId = anna, Plan = "demo-plus", Trial = true }, default)).Rejection);

        await RemoveAsync(demo);

        await using var db = demo.Database.CreateDbContext();
        Assert.Equal(["demo-plus"], await db.SubscriptionPlans.Select(p => p.Key).ToListAsync());
        Assert.Equal(1, await db.Subscriptions.CountAsync());
        Assert.Equal((0, 0, 0, 0), (await db.Clubs.CountAsync(), await db.Partners.CountAsync(), await db.GiftCards.CountAsync(), await db.QuestionnaireVersions.CountAsync()));
        await demo.AssertSoundAsync();
    }

    [Fact]
    public async Task Of_an_invented_household_whose_points_a_till_has_spent_stay_those_who_paid_and_who_bought()
    {
        using var demo = await SmallDemo.MadeAsync();
        await using var db = demo.Database.CreateDbContext();
        var household = await db.Households.OrderBy(h => h.Id).Select(h => h.Id).FirstAsync();
        var names = await db.Members.Where(m => m.HouseholdId == household).OrderBy(m => m.Id).Select(m => m.ExternalId!).ToListAsync();
        var all = await db.Accounts.Where(a => db.Members.Any(m => m.Id == a.MemberId && m.HouseholdId == household)).SumAsync(a => a.Available.Value);
        await demo.PostAsync(Sale("R-1", names[0], 100_000m, redeem: all));
        Assert.Equal(all, await db.Receipts.Where(r => r.Key == "R-1").Select(r => r.RedeemedPoints.Value).SingleAsync());

        Assert.Equal(names.Count, (await RemoveAsync(demo)).Value.Kept);

        Assert.Equal(names, await db.Members.OrderBy(m => m.Id).Select(m => m.ExternalId!).ToListAsync());
        Assert.Equal([household], await db.Households.Select(h => h.Id).ToListAsync());
        await demo.AssertSoundAsync();
    }

    [Fact]
    public async Task Once_removed_it_does_not_come_back()
    {
        using var demo = await SmallDemo.MadeAsync();
        await RemoveAsync(demo);

        Assert.False(await demo.MakeAsync());
        Assert.Equal(DemoShopStatus.Removed, await demo.StatusAsync());
        Assert.Equal("Demo.NotThere", (await RemoveAsync(demo)).Rejection?.Code);
    }

    [Fact]
    public async Task While_it_is_made_it_cannot_be_removed()
    {
        using var demo = await SmallDemo.MadeAsync();
        demo.Board.Tell(new DemoProgress(1, 2, null));

        Assert.Equal("Demo.StillMaking", (await RemoveAsync(demo)).Rejection?.Code);
    }

    [Theory]
    [InlineData(Roles.Marketer)]
    [InlineData(Roles.Manager)]
    public async Task Only_administrators_remove_it(string role)
    {
        using var demo = await SmallDemo.OpenAsync();
        var actor = new Actor("someone", Roles.PermissionsOf(role));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => demo.Database.Get<RemoveDemoShop>().ExecuteAsync(actor, default));
    }

    [Fact]
    public async Task Every_table_that_hangs_on_what_is_removed_is_removed_from_too()
    {
        using var demo = await SmallDemo.OpenAsync();
        await using var db = demo.Database.CreateDbContext();
        var removed = DemoSql.Removals.Select(r => r.Table).ToHashSet();

        var forgotten = from type in db.Model.GetEntityTypes()
                        from key in type.GetForeignKeys()
                        where removed.Contains(key.PrincipalEntityType.GetTableName()!) && !removed.Contains(type.GetTableName()!)

                            // A partner whose tills have a key is no demo any more.
                            && type.GetTableName() != "ApiKeys"
                        select type.GetTableName();

        Assert.Empty(forgotten.Distinct());
    }

    private static Task<Result<DemoCounts>> RemoveAsync(SmallDemo demo) =>
        demo.Database.Get<RemoveDemoShop>().ExecuteAsync(SmallDemo.Administrator, default);

    /// <summary>A real member who buys, brings back and spends.</summary>
    private static async Task TradeAsync(SmallDemo demo)
    {
        var registration = new MemberRegistration { Profile = new MemberProfile { ExternalId = "anna" }, Card = "7777 0001" };
        Assert.True((await demo.Database.Get<RegisterMember>().ExecuteAsync(SmallDemo.Administrator, registration, default)).Accepted(out _, out _));
        await demo.PostAsync(Sale("R-1", "anna", 1000m));
        await demo.PostAsync(Sale("R-2", "anna", 400m, redeem: 30));
        await demo.PostAsync(Sale("R-3", null, 250m));
        await demo.PostAsync(new ReturnPosting
        {
            Key = "B-1",
            PayloadHash = "b",
            Source = ReceiptSource.Api,
            OccurredAt = demo.Database.Clock.UtcNow,
            ReceiptKey = "R-2",
            Lines = [new ReturnPostingLine { Line = 1, Quantity = Quantity.Of(1) }],
        });

        SalePosting Sale(string key, string? member, decimal sum, long redeem = 0) => RemoveDemoShopTests.Sale(key, member, sum, redeem, demo.Database.Clock.UtcNow);
    }

    private static SalePosting Sale(string key, string? member, decimal sum, long redeem = 0, DateTime? at = null) => new()
    {
        Key = key,
        PayloadHash = key,
        Member = member is null ? null : new MemberKey(MemberKeyKind.ExternalId, member),
        Source = ReceiptSource.Api,
        Draft = new ReceiptDraft
        {
            OccurredAt = at ?? new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc),
            Store = "S1",
            RedeemPoints = new Points(redeem),
            Lines = [new ReceiptDraftLine { Line = 1, Sku = "A", Quantity = Quantity.Of(1), Gross = Money.Of(sum) }],
        },
    };

    private static async Task<(string ExternalId, int Receipts)> RegularAsync(SmallDemo demo)
    {
        await using var db = demo.Database.CreateDbContext();
        return await (
            from account in db.Accounts
            join member in db.Members on account.MemberId equals member.Id
            where account.Available.Value >= 50
            orderby account.Receipts descending, member.Id
            select new { member.ExternalId, account.Receipts }).Select(m => new ValueTuple<string, int>(m.ExternalId!, m.Receipts)).FirstAsync();
    }

    /// <summary>Tables of trade that still hold something.</summary>
    private static async Task<List<string>> LeftAsync(SmallDemo demo)
    {
        await using var db = demo.Database.CreateDbContext();
        List<string> left = [];
        foreach (var table in (string[])[.. DemoSql.Removals.Select(r => r.Table), "DailySales", "DailyPoints", "CohortMonths"])
        {
#pragma warning disable EF1003
            var rows = await db.Database.SqlQueryRaw<long>("SELECT CAST(COUNT(*) AS bigint) AS \"Value\" FROM \"" + table + "\"").ToListAsync();
#pragma warning restore EF1003
            if (rows[0] > 0)
            {
                left.Add(table);
            }
        }

        return left;
    }
}
