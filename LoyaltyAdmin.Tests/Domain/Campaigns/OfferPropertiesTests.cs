using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public class OfferPropertiesTests
{
    private static readonly StackingGroup[] Groups =
    [
        new() { Key = "best", Mode = GroupMode.BestForClient },
        new() { Key = "line", Mode = GroupMode.BestForClient, Scope = GroupScope.Line, Groups = [new StackingGroup { Key = "in", Mode = GroupMode.All }] },
        new() { Key = "cheap", Mode = GroupMode.CheapestForShop, Groups = [new StackingGroup { Key = "first", Mode = GroupMode.FirstByPriority }] },
    ];

    private static readonly Gen<ReceiptDraftLine> Lines =
        from gross in Gen.Choose(0, 300_000)
        from discount in Gen.Elements(0, 0, 0, 10, 100)
        from quantity in Gen.Elements(1m, 2m, 3m, 0.345m, 12m)
        from category in Gen.Elements("food", "toys", "books")
        from kind in Gen.Frequency((10, Gen.Constant(LineKind.Goods)), (1, Gen.Constant(LineKind.Shipping)), (1, Gen.Constant(LineKind.GiftCard)))
        from cost in Gen.Elements<int?>(null, null, 40, 90, 130)
        select Line(0, gross / 100m, category, quantity, (long)gross * discount / 100 / 100m, 0, kind) with
        {
            Cost = cost is { } percent ? new Money((long)gross * percent / 100) : null,
        };

    private static readonly Gen<ReceiptDraft> Drafts =
        from count in Gen.Choose(1, 7)
        from lines in Gen.ArrayOf(Lines, count)
        from order in Gen.Elements(0, 0, 0, 5)
        from asked in Gen.Elements(0L, 0, 100, 100_000)
        from code in Gen.Elements(true, false)
        select Build(lines, order, asked, code);

    private static readonly Gen<CampaignTerms> Terms =
        from condition in Gen.Frequency((1, Gen.Constant<Condition>(new AllOf())), (3, Gen.Elements<Condition>([.. Scenarios.Conditions])))
        from reward in Gen.Elements<Reward>([.. Scenarios.Rewards])
        from second in Gen.Frequency((3, Gen.Constant<Reward?>(null)), (1, Gen.Elements<Reward?>([.. Scenarios.Rewards])))
        from competes in Gen.Elements<string?>(null, null, "best", "line", "in", "cheap", "first")
        from priority in Gen.Choose(1, 3)
        from exclusive in Gen.Frequency((12, Gen.Constant(false)), (1, Gen.Constant(true)))
        from money in Gen.Elements<int?>(null, null, 0, 50, 500)
        from points in Gen.Elements<int?>(null, null, 0, 50)
        from most in Gen.Elements<int?>(null, null, 20)
        from shortBudget in Gen.Elements(Enum.GetValues<ShortBudget>())
        from control in Gen.Elements(0m, 0m, 50m)
        select new CampaignTerms
        {
            Audience = new CampaignAudience { Kind = AudienceKind.Everybody },
            Condition = condition,
            Rewards = second is null ? [reward] : [reward, second],
            Stacking = new CampaignStacking { Group = competes, Priority = priority, Exclusive = exclusive },
            Limits = new CampaignLimits
            {
                MoneyBudget = money is { } m ? Money.Of(m) : null,
                PointsBudget = points,
                PointsPerReceipt = most,
                DiscountPerReceipt = most is { } d ? Money.Of(d * 3) : null,
                WhenShort = shortBudget,
            },
            ControlPercent = control,
        };

    private static readonly Gen<StackingPolicy> Policies =
        from seen in Gen.Elements(Enum.GetValues<PriceSeen>())
        from percents in Gen.Elements(Enum.GetValues<PercentStacking>())
        from multipliers in Gen.Elements(Enum.GetValues<MultiplierStacking>())
        from further in Gen.Elements(true, true, false)
        from line in Gen.Elements<decimal?>(null, null, 30m, 70m)
        from receipt in Gen.Elements<decimal?>(null, null, 25m)
        from floor in Gen.Elements<decimal?>(null, 0m, 15m)
        from usual in Gen.Elements<decimal?>(null, 35m)
        from unit in Gen.Elements(0L, 1L, 500L)
        select new StackingPolicy
        {
            Groups = Groups,
            ConditionsSee = seen,
            Percents = percents,
            Multipliers = multipliers,
            OnDiscountedLines = further,
            LineDepthPercent = line,
            ReceiptDepthPercent = receipt,
            MarginFloorPercent = floor,
            GrossMarginPercent = usual,
            MinimumUnitPrice = new Money(unit),
        };

    private static readonly Gen<Case> Cases =
        from draft in Drafts
        from count in Gen.Choose(1, 6)
        from terms in Gen.ArrayOf(Terms, count)
        from policy in Policies
        from discount in Gen.Elements(0m, 0m, 7m)
        from onTop in Gen.Elements(true, false)
        from cap in Gen.Elements<decimal?>(null, null, 60m)
        from member in Gen.Frequency((6, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new Case(
            draft,
            [.. terms.Select((t, i) => new RunningCampaign($"c{i}", $"c{i}", 1, t))],
            policy,
            new ProgramConditions
            {
                Discount = new DiscountConditions { Percent = discount, OnDiscountedLines = onTop },
                Accrual = new AccrualConditions { CapPerReceipt = cap, CapPerLine = cap },
            },
            member);

    [Fact]
    public void Parts_add_up_to_the_whole_and_nothing_is_below_zero() => ForAll((test, decision) =>
    {
        Assert.Equal(decision.Gross, decision.Net + decision.Redeemed + decision.Discount);
        Assert.Equal(decision.Discount.Minor, decision.Lines.Sum(l => l.Discount.Minor));
        Assert.Equal(decision.Accrued.Value, decision.Lines.Sum(l => l.Accrued.Value));
        Assert.Equal(decision.Accrued.Value, decision.Credits.Sum(c => c.Points.Value));
        Assert.All(test.Draft.Lines.Zip(decision.Lines), l => Assert.True(l.First.Gross >= l.Second.Discount + l.Second.Redeemed));
        foreach (var offer in decision.Offers)
        {
            Assert.Equal(offer.Discount.Minor, offer.Lines.Sum(l => l.Discount.Minor));
            Assert.Equal(offer.Points.Value, offer.Lines.Sum(l => l.Points.Value));
            Assert.Equal(offer.Outcome == OfferOutcome.Applied, offer.Use is not null);
            Assert.True(offer.Outcome == OfferOutcome.Applied || (offer.Discount.IsZero && offer.Points.IsZero && offer.Promises.Count == 0));
            Assert.Equal(offer.Points.Value, decision.Credits.Where(c => c.RuleKey == $"campaign:{offer.Campaign}").Sum(c => c.Points.Value));
        }

        Assert.Equal(decision.Offers.Count, decision.Offers.Select(o => o.Campaign).Distinct().Count());
    });

    [Fact]
    public void No_receipt_goes_below_its_floor_and_no_line_below_its_price() => ForAll((test, decision) =>
    {
        var without = test.Decide([]);
        var policy = test.Policy;
        var offered = decision.Offers.SelectMany(o => o.Lines).GroupBy(l => l.Line).ToDictionary(g => g.Key, g => g.Sum(l => l.Discount.Minor));
        long left = 0, leftWithout = 0, floor = 0, gross = 0, off = 0, offWithout = 0;
        for (var i = 0; i < test.Draft.Lines.Count; i++)
        {
            var (line, now, before) = (test.Draft.Lines[i], decision.Lines[i].Discount.Minor, without.Lines[i].Discount.Minor);
            if (line.Kind != LineKind.GiftCard)
            {
                (gross, off, offWithout) = (gross + line.Gross.Minor, off + now, offWithout + before);
            }

            if (line.Kind == LineKind.Goods && FloorOf(line, policy) is { } least)
            {
                (left, leftWithout, floor) = (left + line.Gross.Minor - now, leftWithout + line.Gross.Minor - before, floor + least);
            }

            // A line that campaigns discount keeps its price; the member's own discount comes on top where it is not set aside for.
            if (offered.GetValueOrDefault(line.Line) > 0 && test.Conditions.Discount.Percent == 0)
            {
                Assert.True(line.Gross.Minor - now >= policy.MinimumUnitPrice.Minor * line.Quantity.Thousandths / 1000);
                Assert.True(policy.LineDepthPercent is not { } depth || now <= line.Gross.Minor * depth / 100m);
            }
        }

        // What the till and the member's own discount do by themselves is not the campaigns' doing. The member's own discount is
        // rounded once for all lines: where another line has become cheaper, a line's share can be a hundredth larger.
        var rounding = test.Conditions.Discount.Percent > 0 ? test.Draft.Lines.Count : 0;
        Assert.True(policy.MarginFloorPercent is null || left >= floor || left >= leftWithout - rounding, $"{left}, {leftWithout} without, floor {floor}");
        Assert.True(policy.ReceiptDepthPercent is not { } deepest || off <= Math.Max((long)(gross * deepest / 100m), offWithout));
    });

    [Fact]
    public void No_budget_is_exceeded() => ForAll((test, decision) =>
    {
        foreach (var offer in decision.Offers)
        {
            var limits = test.Campaigns.Single(c => c.Key == offer.Campaign).Terms.Limits;
            var money = offer.Use?.Money ?? Money.Zero;
            Assert.True(limits.MoneyBudget is not { } budget || money <= budget);
            Assert.True(limits.DiscountPerReceipt is not { } most || offer.Discount <= most);
            Assert.True(offer.Points.Value <= (limits.PointsBudget ?? decimal.MaxValue));
            Assert.True(offer.Points.Value <= (limits.PointsPerReceipt ?? decimal.MaxValue));
        }

        Assert.True(decision.Accrued.Value <= (test.Conditions.Accrual.CapPerReceipt ?? decimal.MaxValue));
    });

    [Fact]
    public void The_same_input_gives_the_same_decision_in_whatever_order_the_campaigns_come() => ForAll((test, decision) =>
    {
        Assert.Equal(Text(decision), Text(test.Decide(test.Campaigns)));
        Assert.Equal(Text(decision), Text(test.Decide([.. test.Campaigns.Reverse()])));
    });

    [Fact]
    public void A_campaign_that_does_not_match_changes_nothing() => ForAll((test, decision) =>
    {
        var idle = new RunningCampaign("a", "a", 1, new CampaignTerms
        {
            Audience = new CampaignAudience { Kind = AudienceKind.Everybody },
            Condition = new AllOf(new ReceiptSumCondition { AtLeast = 10_000_000 }),
            Rewards = [new DiscountPercentReward { Percent = 90 }, new FixedPointsReward()],
            Stacking = new CampaignStacking { Group = test.Campaigns[0].Terms.Stacking.Group, Priority = 0, Exclusive = true },
        });

        Assert.Equal(Text(decision), Text(test.Decide([idle, .. test.Campaigns])));
    });

    [Fact]
    public void The_index_loses_no_campaign() => ForAll((test, decision) =>
    {
        var traced = test.Decide(test.Campaigns, trace: true);

        Assert.Equal(Text(decision), Text(traced with { Offers = [.. traced.Offers.Where(o => o.Outcome != OfferOutcome.NotMatched)] }));
        Assert.Equal(test.Campaigns.Length, traced.Offers.Count);
    });

    [Fact]
    public void The_order_of_offers_on_different_goods_does_not_matter() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(
            (from draft in Drafts
             from rewards in Gen.Two(Gen.Elements<Reward>([.. Scenarios.Rewards.OfType<GoodsReward>().Where(r => r.On == RewardTarget.Matched && r is not SpendingRuleReward)]))
             from policy in Policies
             select (Draft: draft with { RedeemPoints = Points.Zero }, First: rewards.Item1, Second: rewards.Item2, Policy: policy)).ToArbitrary(),
            test =>
            {
                var policy = test.Policy with { ReceiptDepthPercent = null, MarginFloorPercent = null };
                var one = Sell(1, 2);
                var other = Sell(2, 1);

                Assert.Equal(one.Lines, other.Lines);

                ReceiptDecision Sell(int food, int toys) => new Shop(
                    Campaign("food", test.First, new CategoriesCondition { Categories = ["food"], AtLeast = 0.001m }, food),
                    Campaign("toys", test.Second, new CategoriesCondition { Categories = ["toys"], AtLeast = 0.001m }, toys))
                { Policy = policy }.Sell(test.Draft);
            }));

    private static string Text(ReceiptDecision decision) => JsonSerializer.Serialize(decision, CampaignJson.Options)
        + string.Join(',', decision.Credits.Select(c => c.Points.Value)) + string.Join(',', decision.Lines.Select(l => l.Accrued.Value))
        + string.Join(',', decision.Offers.SelectMany(o => o.Lines).Select(l => l.Points.Value));

    private static long? FloorOf(ReceiptDraftLine line, StackingPolicy policy) =>
        (line.Cost is { } own ? own.Minor : policy.GrossMarginPercent is { } usual ? line.Gross.Minor * (100m - usual) / 100m : (decimal?)null) is { } cost && policy.MarginFloorPercent is { } margin
            ? (long)decimal.Ceiling(cost * 100m / (100m - margin))
            : null;

    private static void ForAll(Action<Case, ReceiptDecision> claim) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Cases.ToArbitrary(), test => claim(test, test.Decide(test.Campaigns))));

    private static ReceiptDraft Build(ReceiptDraftLine[] lines, int orderPercent, long asked, bool code)
    {
        ReceiptDraftLine[] numbered = [.. lines.Select((line, i) => line with { Line = i + 1, Sku = $"sku-{i + 1}" })];
        return Receipt(numbered) with
        {
            OrderDiscount = new Money(numbered.Sum(line => (line.Gross - line.Discount).Minor) * orderPercent / 100),
            RedeemPoints = new Points(asked),
            Codes = code ? ["CODE-1"] : [],
            Store = "north",
            Channel = "web",
            PaymentTypes = ["card"],
        };
    }

    private sealed record Case(ReceiptDraft Draft, RunningCampaign[] Campaigns, StackingPolicy Policy, ProgramConditions Conditions, bool HasMember)
    {
        private static readonly CampaignFacts Known = new()
        {
            MemberId = 17,
            Purchases = 9,
            LastPurchaseAt = Noon.AddDays(-90),
            BirthDate = new DateOnly(1990, 3, 11),
            Tier = "spring",
            Clubs = ["spring"],
            Lists = ["spring"],
            Segments = ["spring"],
            Codes = [new BroughtCode("CODE-1", "spring")],
            Blocks = new Dictionary<BudgetBlock, BudgetLeft> { [BudgetBlock.Targeted] = new(new Points(100), Money.Of(100)) },
        };

        public ReceiptDecision Decide(RunningCampaign[] campaigns, bool trace = false) => new Shop(campaigns)
        {
            Policy = Policy,
            Conditions = Conditions,
            Member = HasMember ? Member() : null,
            Facts = HasMember ? Known : CampaignFacts.Nobody,
            Trace = trace,
        }.Sell(Draft);
    }
}
