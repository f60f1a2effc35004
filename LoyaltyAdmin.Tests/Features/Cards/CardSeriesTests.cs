using System.Text;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Cards;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Cards;

public sealed class CardSeriesTests : CardsTest
{
    [Fact]
    public async Task A_series_of_a_hundred_thousand_is_made_at_once_unique_checked_and_in_no_order()
    {
        var series = await SeriesAsync(100_000, length: 16);

        var numbers = await NumbersAsync(series);
        Assert.Equal(100_000, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.True(number.Length == 16 && number.StartsWith("2201", StringComparison.Ordinal) && CheckDigit.IsRight(number), number));
        Assert.NotEqual(numbers.Order(StringComparer.Ordinal), numbers);
        await using var db = Database.CreateDbContext();
        var audit = Assert.Single(await db.AuditEntries.Where(a => a.Author == Marketer.Name).ToListAsync());
        Assert.Equal("CardSeries", audit.Subject);
    }

    [Fact]
    public async Task Consecutive_numbers_follow_each_other_and_the_next_series_goes_on_after_them()
    {
        var first = await SeriesAsync(3, prefix: "55", length: 8, isConsecutive: true);
        var second = await SeriesAsync(2, prefix: "55", length: 8, isConsecutive: true);

        Assert.Equal(["5500001", "5500002", "5500003"], (await NumbersAsync(first)).Select(n => n[..^1]));
        Assert.Equal(["5500004", "5500005"], (await NumbersAsync(second)).Select(n => n[..^1]));
    }

    [Fact]
    public async Task Numbers_that_are_cards_already_are_refused_and_nothing_is_written()
    {
        await SeriesAsync(3, prefix: "55", length: 8, isConsecutive: true);

        var again = await Use<CreateCardSeries>().ExecuteAsync(
            Marketer, new CardSeriesPlan { Name = "Again", Prefix = "55", Length = 8, IsConsecutive = true, First = 3, Count = 5 }, default);

        Assert.Equal("Cards.NumbersTaken", again.Rejection?.Code);
        await using var db = Database.CreateDbContext();
        Assert.Equal((1, 3), (await db.CardSeries.CountAsync(), await db.Cards.CountAsync()));
    }

    [Fact]
    public async Task Whoever_may_not_manage_cards_makes_no_series() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Use<CreateCardSeries>().ExecuteAsync(Clerk, new CardSeriesPlan { Name = "A", Prefix = "2201", Length = 16, Count = 1 }, default));

    [Fact]
    public async Task The_printing_house_gets_every_number_once_as_text()
    {
        var id = await SeriesAsync(20, prefix: "0001");
        var series = (await Use<CardSeriesQueries>().FindAsync(id, default))!;
        using var csv = new MemoryStream();
        using var xlsx = new MemoryStream();

        await Use<CardSeriesExport>().WriteTextAsync(Marketer, csv, series, default);
        await Use<CardSeriesExport>().WriteWorkbookAsync(Marketer, xlsx, series, default);

        var numbers = await NumbersAsync(id);
        Assert.Equal(["\"card\"", .. numbers.Select(n => $"\"{n}\"")], Encoding.UTF8.GetString(csv.ToArray()).Trim('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        using var book = new ClosedXML.Excel.XLWorkbook(xlsx);
        var cells = book.Worksheets.Last().Column(1).CellsUsed().Skip(1).ToList();
        Assert.Equal(numbers, cells.Select(c => c.GetString()));
        Assert.All(cells, cell => Assert.Equal(ClosedXML.Excel.XLDataType.Text, cell.DataType));
    }

    [Fact]
    public async Task A_list_is_filtered_by_number_state_series_and_whether_a_member_has_the_card()
    {
        var series = await SeriesAsync(5, prefix: "55", length: 8, isConsecutive: true);
        var free = (await NumbersAsync(series))[0];
        await MemberAsync("crm-1", card: free);
        await MemberAsync("crm-2", card: "OTHER1");

        Assert.Equal(6, await CountAsync(new CardFilter()));
        Assert.Equal(5, await CountAsync(new CardFilter { Search = "5500 00" }));
        Assert.Equal(4, await CountAsync(new CardFilter { Status = CardStatus.Free }));
        Assert.Equal(1, await CountAsync(new CardFilter { SeriesId = series, IsIssued = true }));
        Assert.Equal(0, await CountAsync(new CardFilter { IsVirtual = true }));
        var row = Assert.Single((await Use<CardListQueries>().ListAsync(new CardFilter { Search = free }, CardSort.Latest, descending: true, new PageRequest(0, 10), default)).Rows);
        Assert.Equal(("Autumn", "Petrova Anna", CardStatus.Active), (row.Series, row.Member, row.Status));
        Assert.Equal(4, (await Use<CardSeriesQueries>().DetailsAsync(series, default))!.Free);
    }

    private async Task<int> CountAsync(CardFilter filter) => (await Use<CardListQueries>().ListAsync(filter, CardSort.Latest, descending: true, new PageRequest(0, 50), default)).Total;
}
