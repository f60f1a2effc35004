using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Receipts;

public sealed class ReceiptListQueriesTests : IAsyncLifetime
{
    private static readonly DateTime Today = new(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly PageRequest All = new(0, 200);
    private Till till = null!;

    private ReceiptListQueries Queries => till.Database.Get<ReceiptListQueries>();

    public async Task InitializeAsync() => till = await Till.OpenAsync();

    public Task DisposeAsync()
    {
        till.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Sales_and_returns_stand_together_the_latest_first()
    {
        await SellAsync("R-1", "anna", 1000, Today.AddDays(-2));
        await SellAsync("R-2", null, 50, Today.AddDays(-1));
        await till.PostAsync(till.Return("V-1", "R-1", 1, Today));

        var list = await Queries.ListAsync(new ReceiptFilter(), default, All, default);

        Assert.Equal("V-1|R-2|R-1", Keys(list));
        Assert.Equal(new ReceiptTotals(2, 1, 105000, 100000), list.Totals);
        var (back, sale) = (list.Rows[0], list.Rows[2]);
        Assert.Equal((ReceiptKind.Return, -100000L, -50L, "R-1", "anna"), (back.Kind, back.Paid, back.Accrued, back.ReceiptKey, back.Member));
        Assert.Equal((ReceiptKind.Sale, 100000L, 50L, 100000L), (sale.Kind, sale.Paid, sale.Accrued, sale.Gross));
        Assert.Null(list.Rows[1].MemberId);
    }

    [Fact]
    public async Task Pages_of_a_period_follow_each_other_without_gaps_both_ways()
    {
        for (var i = 0; i < 23; i++)
        {
            // Several a day, some of them at the same instant.
            await SellAsync($"R-{i:00}", i % 2 == 0 ? "anna" : null, 100 + i, Today.AddDays(-(i / 4)).AddMinutes(i % 2));
        }

        await till.PostAsync(till.Return("V-1", "R-05", 1, Today.AddDays(-1)));
        foreach (var order in new ReceiptOrder[] { new(ReceiptSort.Time), new(ReceiptSort.Time, true), new(ReceiptSort.Sum), new(ReceiptSort.Sum, true) })
        {
            var whole = await Queries.ListAsync(new ReceiptFilter(), order, All, default);
            var paged = new List<string>();
            for (var skip = 0; skip <= 25; skip += 5)
            {
                paged.AddRange((await Queries.ListAsync(new ReceiptFilter(), order, new PageRequest(skip, 5), default)).Rows.Select(r => r.Key));
            }

            Assert.Equal(24, whole.Totals.Rows);
            Assert.Equal(whole.Rows.Select(r => r.Key), paged);
            var expected = order.By == ReceiptSort.Sum ? whole.Rows.Select(r => r.Paid) : whole.Rows.Select(r => r.OccurredAt.Ticks);
            Assert.Equal(order.Ascending ? expected.Order() : expected.OrderDescending(), expected);
        }
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_its_totals_alike()
    {
        await SellAsync("R-1", "anna", 1000, Today.AddDays(-2));
        await SellAsync("R-2", null, 50, Today.AddDays(-1));
        await SellAsync("R-3", "boris", 70, Today, store: "S2");
        await till.PostAsync(till.Return("V-1", "R-1", 1, Today));
        var anna = (await till.AccountAsync("anna")).MemberId;

        async Task Expect(string keys, ReceiptTotals totals, ReceiptFilter filter)
        {
            var list = await Queries.ListAsync(filter, default, All, default);
            Assert.Equal(keys, Keys(list));
            Assert.Equal(totals, list.Totals);
        }

        await Expect("V-1|R-3|R-1", new(2, 1, 107000, 100000), new ReceiptFilter { HasMember = true });
        await Expect("R-2", new(1, 0, 5000, 0), new ReceiptFilter { HasMember = false });
        await Expect("R-3", new(1, 0, 7000, 0), new ReceiptFilter { Store = "S2" });
        await Expect("V-1", new(0, 1, 0, 100000), new ReceiptFilter { Kind = ReceiptKind.Return });
        await Expect("R-3|R-2|R-1", new(3, 0, 112000, 0), new ReceiptFilter { Kind = ReceiptKind.Sale });
        await Expect("R-2", new(1, 0, 5000, 0), new ReceiptFilter { From = new DateOnly(2026, 3, 9), To = new DateOnly(2026, 3, 9) });
        await Expect("V-1|R-1", new(1, 1, 100000, 100000), new ReceiptFilter { MemberId = anna });
        await Expect("R-1", new(1, 0, 100000, 0), new ReceiptFilter { MemberId = anna, To = new DateOnly(2026, 3, 8) });
        await Expect("", new(0, 0, 0, 0), new ReceiptFilter { From = new DateOnly(2027, 1, 1) });
    }

    [Theory]
    [InlineData("R-1", "R-10|R-1")]
    [InlineData("R-10", "R-10")]
    [InlineData("V", "V-1")]
    [InlineData("-1", "")]
    [InlineData("R_1", "")]
    [InlineData("%", "")]
    public async Task A_search_finds_numbers_by_their_beginning_whenever_they_were(string search, string keys)
    {
        await SellAsync("R-1", "anna", 1000, Today.AddYears(-5));
        await SellAsync("R-10", null, 50, Today.AddYears(-1));
        await SellAsync("R-2", null, 50, Today);
        await till.PostAsync(till.Return("V-1", "R-1", 1, Today));

        var filter = await Queries.WithPeriodAsync(new ReceiptFilter { Search = search }, default);

        Assert.Equal(keys, Keys(await Queries.ListAsync(filter, default, All, default)));
    }

    [Fact]
    public async Task Without_a_period_the_last_thirty_days_that_have_data_are_meant()
    {
        Assert.Null((await Queries.WithPeriodAsync(new ReceiptFilter(), default)).From);
        await SellAsync("R-1", null, 50, Today.AddYears(-2));

        var filter = await Queries.WithPeriodAsync(new ReceiptFilter(), default);

        Assert.Equal((new DateOnly(2024, 2, 10), new DateOnly(2024, 3, 10)), (filter.From, filter.To));
        Assert.Equal(["S1"], await Queries.StoresAsync(default));
    }

    private async Task SellAsync(string key, string? member, decimal sum, DateTime at, string store = "S1")
    {
        var sale = till.Sale(key, member, sum, at, source: ReceiptSource.Import);
        await till.ImportAsync(sale with { Draft = sale.Draft with { Store = store } });
    }

    private static string Keys(ReceiptList list) => string.Join('|', list.Rows.Select(r => r.Key));
}
