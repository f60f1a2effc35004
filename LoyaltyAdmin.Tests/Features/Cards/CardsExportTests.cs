using System.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Cards;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Features.Cards;

public sealed class CardsExportTests : CardsTest
{
    [Theory]
    [InlineData("sort=-number", true)]
    [InlineData("sort=number", false)]
    [InlineData("", true)]
    [InlineData("search=22", false)]
    public async Task The_workbook_has_the_order_of_the_list_however_many_batches_it_takes(string asked, bool fromTheLast)
    {
        await SeriesAsync(2100, isConsecutive: true);

        var numbers = (await WriteAsync(asked)).Tables[1]!.Rows.Cast<DataRow>().Skip(1).Select(r => (string)r[0]).ToList();

        Assert.Equal(2100, numbers.Count);
        Assert.Equal(fromTheLast ? numbers.OrderDescending(StringComparer.Ordinal) : numbers.Order(StringComparer.Ordinal), numbers);
    }

    [Fact]
    public async Task The_workbook_has_the_chosen_columns_and_says_what_it_was_filtered_by()
    {
        using var culture = new UseCulture("en");
        var series = await SeriesAsync(3);
        var sheets = await WriteAsync($"series={series}&status=free&columns=status,number");

        Assert.Equal(["State", "Number"], sheets.Tables[1]!.Rows[0].ItemArray);
        var about = sheets.Tables[0]!.Rows.Cast<DataRow>().ToList();
        Assert.Contains(about, r => r[0] is "Series" && r[1] is "Autumn");
        Assert.Contains(about, r => r[0] is "State" && r[1] is "Free");
    }

    [Fact]
    public async Task A_list_counts_its_cards_by_state()
    {
        await SeriesAsync(3, hasCheckDigit: false);
        await MemberAsync("a", card: (await NumbersAsync((await Use<CardSeriesQueries>().NamesAsync(default))[0].Id))[0]);

        var list = await Use<CardListQueries>().ListAsync(new CardFilter(), CardSort.Latest, descending: true, new PageRequest(0, 1), default);

        Assert.Equal((3, 2, 1), (list.Total, list.ByStatus[CardStatus.Free], list.ByStatus[CardStatus.Active]));
        Assert.Single(list.Rows);
    }

    [Fact]
    public async Task Series_are_written_with_what_became_of_their_cards()
    {
        using var culture = new UseCulture("en");
        await SeriesAsync(3);
        using var file = new MemoryStream();

        await Use<CardsExport>().WriteSeriesAsync(Marketer, file, ListParameters.Of("columns=name,cards,free,blocked"), default);

        Assert.Equal(["Autumn", 3.0, 3.0, 0.0], Read(file).Tables[1]!.Rows[1].ItemArray);
    }

    [Fact]
    public async Task Who_may_not_export_gets_nothing() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Use<CardsExport>().WriteAsync(Clerk, new MemoryStream(), ListParameters.Of(""), default));

    private async Task<DataSet> WriteAsync(string asked)
    {
        using var file = new MemoryStream();
        await Use<CardsExport>().WriteAsync(Actor.System("test"), file, ListParameters.Of(asked), default);
        return Read(file);
    }
}
