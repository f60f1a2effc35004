using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Tiers;

/// <summary>R7 at the till: the level before a purchase serves it, and the purchase raises at once.</summary>
public sealed class TiersAtTheTillTests
{
    private static readonly Actor Admin = Actor.System("admin");

    [Fact]
    public async Task A_purchase_is_served_by_the_level_before_it_and_raises_at_once()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions());
        await till.MemberAsync("anna");

        var first = (await till.PostAsync(till.Sale("r1", "anna", 1_000m))).Receipt!;
        var second = (await till.PostAsync(till.Sale("r2", "anna", 1_000m))).Receipt!;

        Assert.Equal(("base", 50), (first.Tier, first.Accrued.Value));
        Assert.Equal(("silver", 70), (second.Tier, second.Accrued.Value));
        Assert.Contains("RateOfPrivilege", second.Reasons, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Or_by_the_level_that_it_reaches_where_the_conditions_say_so()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions(t => t with { OfReceipt = TierOfReceipt.After }));
        await till.MemberAsync("anna");

        var receipt = (await till.PostAsync(till.Sale("r1", "anna", 5_000m))).Receipt!;

        // Gold: 3% off, and 10% of what is left.
        Assert.Equal(("gold", 15_000L, 485L), (receipt.Tier, receipt.Discount.Minor, receipt.Accrued.Value));
    }

    [Fact]
    public async Task The_quote_says_what_the_receipt_does_and_moves_nobody()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions(t => t with { OfReceipt = TierOfReceipt.After }));
        await till.MemberAsync("anna");
        var sale = till.Sale("r1", "anna", 5_000m);

        var quote = (await till.Database.Get<QuoteReceipt>().ExecuteAsync(Admin, sale.Draft, sale.Member, default)).Value;

        Assert.Equal("gold", quote.Decision.Tier);
        await using var db = till.Database.CreateDbContext();
        Assert.False(await db.MemberTiers.AnyAsync());
        Assert.Equal(quote.Decision.Accrued, (await till.PostAsync(sale)).Receipt!.Accrued);
    }

    [Fact]
    public async Task The_level_lifts_the_share_that_points_may_pay()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions());
        await till.MemberAsync("anna", points: 1_000);

        // 20,000 spent: gold from the next purchase on.
        var receipt = (await till.PostAsync(till.Sale("r1", "anna", 1_000m, redeem: 1_000))).Receipt!;

        Assert.Equal("gold", receipt.Tier);
        Assert.Equal(485, receipt.RedeemedPoints.Value);
    }

    [Fact]
    public async Task Spending_points_never_lowers_a_level()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions());
        await till.MemberAsync("anna", points: 250);

        await till.PostAsync(till.Sale("r1", "anna", 1_000m, redeem: 250));

        Assert.Equal("Gold", (await StandingAsync(till, "anna")).Level.Name);
    }

    [Fact]
    public async Task History_that_is_imported_climbs_in_the_order_of_its_time()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions());
        DateTime Day(int month, int day) => new(2025, month, day, 10, 0, 0, DateTimeKind.Utc);

        var results = await till.ImportAsync(
            till.Sale("r1", "anna", 900m, Day(1, 5), source: ReceiptSource.Import),
            till.Sale("r2", "anna", 200m, Day(2, 5), source: ReceiptSource.Import),
            till.Sale("r3", "anna", 100m, Day(3, 5), source: ReceiptSource.Import));

        Assert.Equal(["base", "base", "silver"], results.Select(r => r.Receipt!.Tier));
        Assert.Equal(7, results[2].Receipt!.Accrued.Value);
        await using var db = till.Database.CreateDbContext();
        var step = await db.TierChanges.SingleAsync();
        Assert.Equal((TierCause.Raised, Day(2, 5), results[1].Receipt!.Id), (step.Cause, step.At, step.ReceiptId!.Value));
    }

    [Fact]
    public async Task The_end_of_a_period_counts_at_the_till_before_the_night_has_looked()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions(t => t with { Landing = TierLanding.ByMetric }));
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 1_000m));
        till.Clock.Advance(TimeSpan.FromDays(2 * 365));

        var receipt = (await till.PostAsync(till.Sale("r2", "anna", 100m))).Receipt!;

        Assert.Equal("base", receipt.Tier);
        Assert.Equal(5, receipt.Accrued.Value);
    }

    [Fact]
    public async Task The_night_judges_everybody_as_the_till_would_and_once()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions(t => t with { Landing = TierLanding.ByMetric }));
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 1_000m));
        till.Clock.Advance(TimeSpan.FromDays(2 * 365));
        var recalculate = till.Database.Get<RecalculateTiers>();

        var night = await recalculate.ExecuteAsync(Admin, null, default);
        var again = await recalculate.ExecuteAsync(Admin, null, default);

        Assert.Equal(1, night.Of(TierCause.Lowered));
        Assert.Empty(again.Steps);
        Assert.Equal("Base", (await StandingAsync(till, "anna")).Level.Name);
    }

    [Fact]
    public async Task What_is_missing_to_the_next_level_and_to_keep_this_one_is_told()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions());
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 1_200m));

        var standing = await StandingAsync(till, "anna");

        Assert.Equal(("Silver", 1_200m, "Gold", 3_800m, 0m), (standing.Level.Name, standing.Value, standing.Next!.Name, standing.NeededForNext, standing.NeededToKeep));
        Assert.Equal(new DateOnly(till.Clock.UtcNow.Year, 12, 31), standing.LastDay);
    }

    [Fact]
    public async Task A_return_lowers_the_metric_and_the_level_at_the_end_of_the_day_only_where_asked()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions(t => t with { LowerOnReturn = true }));
        await till.MemberAsync("anna");
        await till.PostAsync(till.Sale("r1", "anna", 1_000m));
        await till.PostAsync(till.Return("x1", "r1", 1));
        Assert.Equal(0, (await StandingAsync(till, "anna")).Value);

        var night = await till.Database.Get<RecalculateTiers>().ExecuteAsync(Admin, null, default);

        Assert.Equal(1, night.Of(TierCause.Returned));
        Assert.Equal("Base", (await StandingAsync(till, "anna")).Level.Name);
    }

    [Fact]
    public async Task Pending_points_count_for_a_level_unless_the_conditions_say_no()
    {
        foreach (var (counted, level) in new[] { (true, "Silver"), (false, "Base") })
        {
            using var till = await Till.OpenAsync(Ladder.Conditions(t => t with
            {
                Metric = TierMetric.PointsEarned,
                CountPending = counted,
                Ladder = new TierLadder { Levels = [Ladder.Base, Ladder.Silver with { Threshold = 50 }] },
            }) with
            { Activation = new ActivationConditions { Mode = ActivationMode.AfterDays, Days = 14 } });
            await till.MemberAsync("anna");

            await till.PostAsync(till.Sale("r1", "anna", 1_000m));

            Assert.Equal(level, (await StandingAsync(till, "anna")).Level.Name);
            till.Clock.Advance(TimeSpan.FromDays(15));
            Assert.Equal("Silver", (await StandingAsync(till, "anna")).Level.Name);
        }
    }

    [Fact]
    public async Task A_level_given_by_hand_serves_until_its_day_and_leaves_a_trace()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions());
        await till.MemberAsync("anna");
        var id = (await till.AccountAsync("anna")).MemberId;
        var today = DateOnly.FromDateTime(till.Clock.UtcNow);

        Assert.Null(await till.Database.Get<GiveTier>().ExecuteAsync(Admin, id, "gold", today.AddDays(10), "A guest of the house", default));
        var served = (await till.PostAsync(till.Sale("r1", "anna", 100m))).Receipt!;
        till.Clock.Advance(TimeSpan.FromDays(12));
        var after = (await till.PostAsync(till.Sale("r2", "anna", 100m))).Receipt!;

        Assert.Equal(("gold", "base"), (served.Tier, after.Tier));
        await using var db = till.Database.CreateDbContext();
        Assert.Equal([TierCause.Given, TierCause.GiftEnded], await db.TierChanges.OrderBy(c => c.Id).Select(c => c.Cause).ToListAsync());
        var audit = await db.AuditEntries.SingleAsync(a => a.Subject == "Member" && a.Reason == "A guest of the house");
        Assert.Contains("Gold", audit.After, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("platinum", 1, "A guest", "Tiers.LevelUnknown")]
    [InlineData("gold", -1, "A guest", "Tiers.LastDayPast")]
    [InlineData("gold", 1, " ", "Tiers.ReasonMissing")]
    public async Task A_gift_that_makes_no_sense_is_refused_in_words(string level, int days, string reason, string code)
    {
        using var till = await Till.OpenAsync(Ladder.Conditions());
        await till.MemberAsync("anna");
        var id = (await till.AccountAsync("anna")).MemberId;

        var refused = await till.Database.Get<GiveTier>().ExecuteAsync(Admin, id, level, DateOnly.FromDateTime(till.Clock.UtcNow).AddDays(days), reason, default);

        Assert.Equal(code, refused?.Code);
    }

    [Fact]
    public async Task Purchases_and_gifts_at_the_same_time_lose_nothing()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions());
        await till.MemberAsync("anna");
        var id = (await till.AccountAsync("anna")).MemberId;
        var last = DateOnly.FromDateTime(till.Clock.UtcNow).AddDays(10);
        var gifts = till.Database.Get<GiveTier>();

        var purchases = Enumerable.Range(0, 20).Select(i => Task.Run(() => till.PostAsync(till.Sale($"r{i}", "anna", 100m))));
        var gift = Task.Run(() => gifts.ExecuteAsync(Admin, id, "gold", last, "A guest of the house", default));
        await Task.WhenAll(purchases.Append<Task>(gift));

        Assert.Null(await gift);
        var standing = await StandingAsync(till, "anna");
        Assert.Equal(("Gold", "Silver"), (standing.Level.Name, standing.Earned.Name));
        Assert.True(standing.Value is >= 1_900m and <= 2_000m, $"{standing.Value}");
        await using var db = till.Database.CreateDbContext();
        Assert.Equal(1, await db.TierChanges.CountAsync(c => c.Cause == TierCause.Raised));
    }

    [Fact]
    public async Task The_night_and_the_till_at_the_same_time_raise_each_member_once()
    {
        using var till = await Till.OpenAsync();
        for (var i = 0; i < 40; i++)
        {
            await till.ImportAsync(till.Sale($"before{i}", $"m{i}", 2_000m, source: ReceiptSource.Import));
        }

        // Everybody qualifies, and nobody has a place yet: night and till both give the first.
        await PublishAsync(till, Ladder.Conditions());
        var recalculate = till.Database.Get<RecalculateTiers>();
        var nights = Enumerable.Range(0, 3).Select(_ => Task.Run(() => recalculate.ExecuteAsync(Admin, null, default)));
        var purchases = Enumerable.Range(0, 40).Select(i => Task.Run(() => till.PostAsync(till.Sale($"r{i}", $"m{i}", 10m))));
        await Task.WhenAll(nights.Concat<Task>(purchases));

        await using var db = till.Database.CreateDbContext();
        Assert.Equal(40, await db.MemberTiers.CountAsync(t => t.Level == "silver"));
        Assert.Equal(40, await db.TierChanges.CountAsync());
        Assert.Equal(40, await db.Receipts.CountAsync(r => r.Tier == "silver"));
    }

    [Fact]
    public async Task The_preview_of_a_ladder_says_what_its_coming_into_force_then_does()
    {
        using var till = await Till.OpenAsync(Ladder.Conditions());
        for (var i = 0; i < 30; i++)
        {
            await till.ImportAsync(till.Sale($"r{i}", $"m{i}", i * 300m, source: ReceiptSource.Import));
        }

        var stricter = Ladder.Conditions(t => t with
        {
            OnChange = LadderChange.Recalculate,
            Ladder = new TierLadder { Levels = [Ladder.Base, Ladder.Silver with { Threshold = 2_000 }, new TierLevel { Key = "plus", Name = "Plus", Threshold = 4_000 }, Ladder.Gold with { Threshold = 7_000 }] },
        });
        var moves = await till.Database.Get<PreviewLadder>().ExecuteAsync(Admin, stricter, null, default);
        await PublishAsync(till, stricter);
        await till.Database.Get<RecalculateTiers>().ExecuteAsync(Admin, null, default);

        var after = (await till.Database.Get<TierQueries>().LadderAsync(default))!.Levels.Select(l => l.Members);
        Assert.Equal(after, Enumerable.Range(0, 4).Select(to => moves.Members.Sum(row => row[to])));
        Assert.Equal(30, moves.Members.Sum(row => row.Sum()));
        Assert.True(moves.Rise > 0 && moves.Fall > 0);
    }

    private static async Task PublishAsync(Till till, ProgramConditions conditions)
    {
        var edit = till.Database.Get<LoyaltyAdmin.Features.Programs.EditDraft>();
        var draft = (await edit.ExecuteAsync(Admin, null, conditions, default)).Value;
        var published = await till.Database.Get<LoyaltyAdmin.Features.Programs.PublishDraft>().ExecuteAsync(Admin, draft, null, "A stricter ladder", default);
        Assert.True(published.Accepted(out _, out _));
    }

    private static async Task<MemberStanding> StandingAsync(Till till, string member) =>
        (await till.Database.Get<TierQueries>().StandingAsync((await till.AccountAsync(member)).MemberId, default))!;
}
