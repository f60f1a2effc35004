using System.Diagnostics;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Benchmarks;

/// <summary>The engine without anything around it: quotes of twenty lines under more and more campaigns, on one core.</summary>
internal static class OfferLoad
{
    private const int LinesOfReceipt = 20;
    private const int Categories = 40;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    /// <summary>Measures and tells.</summary>
    public static async Task MeasureAsync(TextWriter output)
    {
        await output.WriteLineAsync("| campaigns | of which may concern the receipt | given | receipts/s |");
        await output.WriteLineAsync("|---|---|---|---|");
        foreach (int? count in new int?[] { null, 0, 20, 200 })
        {
            var campaigns = count is { } many ? new CampaignSet(Enumerable.Range(0, many).Select(Campaign), Policy) : null;
            var (perSecond, given, asked) = Measure(campaigns);
            await output.WriteLineAsync($"| {(count is null ? "the engine without campaigns" : count)} | {asked} | {given} | {perSecond:N0} |");
        }
    }

    private static StackingPolicy Policy => new()
    {
        Groups = [new StackingGroup { Key = "best", Mode = GroupMode.BestForClient, Scope = GroupScope.Line }],
        LineDepthPercent = 60,
        MarginFloorPercent = 5,
        GrossMarginPercent = 35,
    };

    // Ten kinds in turn, as a shop has them: most are for some goods, some for a store, a weekday, a birthday or a sum.
    private static RunningCampaign Campaign(int i)
    {
        var category = $"category {i * 7 % (Categories * 3)}";
        var named = new CategoriesCondition { Categories = [category] };
        (Condition Condition, Reward Reward) content = (i % 10) switch
        {
            0 => (new ReceiptSumCondition { AtLeast = 5_000 + (i * 100) }, new FixedPointsReward { Points = 100 }),
            1 => (new SkusCondition { Skus = [$"sku {i}"] }, new SpecialPriceReward { Price = 90 }),
            2 => (new CategoriesCondition { Categories = [category], AtLeast = 3 }, new FreeItemsReward()),
            3 => (new AllOf(named, new StoresCondition { Stores = [$"store {i % 7}"] }), new DiscountPercentReward()),
            4 => (new AllOf(named, new WeekdaysCondition { Days = [(DayOfWeek)(i / 10 % 7)] }), new MultiplierReward { Factor = 2 }),
            5 => (new BirthdayCondition(), new DiscountPercentReward { Percent = 15 }),
            6 => (new CombinationCondition { First = new GoodsSet { Categories = [category] }, Second = new GoodsSet { Categories = [$"category {i % Categories}"] } }, new DiscountSumReward()),
            7 => (new NthPurchaseCondition { Number = 5 + (i % 5) }, new FixedPointsReward { Points = 50 }),
            8 => (named, new ExtraPercentReward { Percent = 5 }),
            _ => (new SinceLastPurchaseCondition { Days = 60 }, new IssueCouponReward { Series = "back" }),
        };
        return new RunningCampaign($"campaign {i}", $"Campaign {i}", 1, new CampaignTerms
        {
            Condition = content.Condition,
            Rewards = [content.Reward],
            Stacking = new CampaignStacking { Priority = i, Group = i % 10 is 1 or 3 ? "best" : null },
        });
    }

    private static (double PerSecond, int Given, int Asked) Measure(CampaignSet? campaigns)
    {
        var version = new ProgramVersion { Number = 1, Conditions = new ProgramConditions() };
        var calendar = ProgramCalendar.Of(version.Conditions.TimeZone);
        var member = new MemberFacts { Available = new Points(1_000), JoinedOn = new DateOnly(2025, 1, 1) };
        var facts = new CampaignFacts
        {
            MemberId = 42,
            Purchases = 11,
            LastPurchaseAt = new DateTime(2026, 2, 20, 9, 0, 0, DateTimeKind.Utc),
            BirthDate = new DateOnly(1980, 8, 1),
        };
        var draft = new ReceiptDraft
        {
            OccurredAt = new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc),
            Store = "store 3",
            Lines = [.. Enumerable.Range(1, LinesOfReceipt).Select(i => new ReceiptDraftLine
            {
                Line = i, Sku = $"sku {i * 3}", Category = $"category {i * 2 % Categories}", Quantity = Quantity.Of(1 + (i % 3)), Gross = Money.Of(100 + (i * 13)),
            })],
        };
        var promotions = campaigns is null ? null : new Promotions(campaigns, facts);
        ReceiptDecision Decide() => ReceiptEngine.Decide(draft, version, calendar, pointDecimals: 0, member, promotions);

        var (count, watch) = (0L, Stopwatch.StartNew());
        for (var measured = false; ; count++)
        {
            Decide();
            if (watch.Elapsed < Long)
            {
                continue;
            }

            if (measured)
            {
                var given = Decide().Offers.Count(o => o.Outcome == OfferOutcome.Applied);
                return (count / watch.Elapsed.TotalSeconds, given, campaigns?.Ask(draft, calendar).Campaigns.Count ?? 0);
            }

            (measured, count) = (true, 0);
            watch.Restart();
        }
    }
}
