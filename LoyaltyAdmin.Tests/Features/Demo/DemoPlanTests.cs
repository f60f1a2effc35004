using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Demo.Plan;
using LoyaltyAdmin.Features.Receipts;

namespace LoyaltyAdmin.Tests.Features.Demo;

public sealed class DemoPlanTests
{
    private static readonly DateTime EndsAt = new(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_same_scale_and_instant_give_the_very_same_shop()
    {
        var (one, other) = (Make(), Make());

        Assert.Equal(one.Members.Select(m => m.ToString()), other.Members.Select(m => m.ToString()));
        Assert.Equal(one.Postings.Select(Written), other.Postings.Select(Written));
    }

    [Fact]
    public void History_is_in_the_order_of_time_ends_now_and_names_everything_once()
    {
        var plan = Make();
        var times = plan.Postings.Select(DemoPlan.AtOf).ToList();

        Assert.Equal(times.Order(), times);
        Assert.All(times, at => Assert.InRange(at, EndsAt.AddMonths(-12).AddDays(-2), EndsAt));
        Assert.Equal(plan.Postings.Count, plan.Postings.Select(p => p.Key).Distinct().Count());
        Assert.InRange((EndsAt - times[^1]).TotalDays, 0, 2);
    }

    [Fact]
    public void What_comes_back_was_bought_before_and_by_nobody_else()
    {
        var plan = Make();
        var sales = plan.Postings.OfType<SalePosting>().ToDictionary(s => s.Key);
        var returns = plan.Postings.OfType<ReturnPosting>().ToList();

        Assert.NotEmpty(returns);
        Assert.All(returns, r =>
        {
            var sale = sales[r.ReceiptKey!];
            Assert.True(sale.Draft.OccurredAt < r.OccurredAt);
            Assert.All(r.Lines, l => Assert.Contains(sale.Draft.Lines, bought => bought.Line == l.Line && bought.Quantity >= l.Quantity));
        });
    }

    [Fact]
    public void The_shop_has_all_that_a_shop_has()
    {
        var plan = Make();
        var sales = plan.Postings.OfType<SalePosting>().ToList();

        Assert.Contains(sales, s => s.Member is null);
        Assert.Contains(sales, s => !s.Draft.RedeemPoints.IsZero);
        Assert.Contains(sales, s => s.Draft.Lines.Any(l => !l.Discount.IsZero));
        Assert.Equal(4, sales.Select(s => s.Draft.Store).Distinct().Count());
        Assert.Equal(["online", "store"], sales.Select(s => s.Draft.Channel).Distinct().Order());
        Assert.True(sales.SelectMany(s => s.Draft.Lines).Select(l => l.Category).Distinct().Count() > 7);
        Assert.Superset(sales.SelectMany(s => s.Draft.Lines).Select(l => l.Sku).ToHashSet(), plan.Goods.Select(g => g.Sku).ToHashSet());
        Assert.All(plan.Goods, g => Assert.InRange(g.Margin!.Value, 1_000, 6_000));
    }

    [Fact]
    public void December_is_busier_than_summer_and_members_come_once_or_again_and_again()
    {
        var sales = Make().Postings.OfType<SalePosting>().ToList();
        int In(int month) => sales.Count(s => s.Draft.OccurredAt.Month == month && s.Member is null);
        var visits = sales.Where(s => s.Member is not null).CountBy(s => s.Member!.Value).Select(v => v.Value).ToList();

        Assert.True(In(12) > 1.5 * In(7));
        Assert.Contains(1, visits);
        Assert.Contains(visits, v => v > 20);
    }

    [Fact]
    public void Members_are_marked_as_invented_in_every_name_they_have()
    {
        var members = Make().Members;

        Assert.All(members, m => Assert.True(m.IsDemo && m.Profile.ExternalId!.StartsWith("demo-", StringComparison.Ordinal)));
        Assert.All(members.Where(m => m.Profile.Phone is not null), m => Assert.StartsWith("+7000", m.Profile.Phone, StringComparison.Ordinal));
        Assert.All(members.Where(m => m.Profile.Email is not null), m => Assert.EndsWith("@example.com", m.Profile.Email, StringComparison.Ordinal));
        Assert.Contains(members, m => m.Profile.LastName!.EndsWith("ова", StringComparison.Ordinal));
        Assert.Contains(members, m => char.IsAscii(m.Profile.LastName![0]));
        Assert.Equal(["app", "site", "till"], members.Select(m => m.Profile.Channel!).Distinct().Order());
    }

    [Theory]
    [InlineData("RUB", "Шампунь")]
    [InlineData("USD", "Shampoo")]
    public void Goods_speak_the_language_of_the_currency(string currency, string name) =>
        Assert.Contains(Make(currency).Goods, g => g.Name == name);

    private static DemoPlan Make(string currency = "RUB")
    {
        var version = new ProgramVersion { Number = 1, Conditions = new ProgramConditions { Currency = currency } };
        version.Publish(DateTime.MinValue, EndsAt, "test");
        return DemoPlan.Make(new DemoScale(200, 12, 3), EndsAt, new ProgramTimeline(new LoyaltyProgram { Name = "Test" }, [version]));
    }

    private static string Written(Posting posting) => posting switch
    {
        SalePosting { Draft: var draft } => $"{posting.Key} {posting.Member} {draft.OccurredAt:O} {draft.Store} {draft.RedeemPoints} {string.Join(";", draft.Lines)}",
        ReturnPosting goods => $"{posting.Key} {goods.OccurredAt:O} {string.Join(";", goods.Lines)}",
        _ => posting.Key,
    };
}
