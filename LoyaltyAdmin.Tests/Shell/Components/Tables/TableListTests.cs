using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Shell.Components.Tables;

public sealed class TableListTests : IDisposable
{
    private static readonly TableList<Row, Filter> List = new(
        "things",
        "/things?tab=all",
        "/exports/things.xlsx",
        [
            new("name", "Name", ExcelKind.Text, row => row.Name) { Fixed = true, Sort = "Name" },
            new("sum", "Sum", ExcelKind.Whole, row => row.Sum) { Sort = "Sum" },
            new("note", "Note", ExcelKind.Text, _ => null) { Hidden = true },
        ])
    {
        Sort = "Latest",
        Descending = true,
        Fields =
        [
            ListField.Text(ListField.Search, "Search", (Filter f) => f.Search, (f, value) => f with { Search = value }),
            ListField.Choice("colour", "Colour", (Filter f) => f.Colour, (f, value) => f with { Colour = value }, (Colour colour) => $"{colour}!"),
            ListField.Either("old", "Age", (Filter f) => f.IsOld, (f, value) => f with { IsOld = value }, ("yes", "Old"), ("no", "New")),
            ListField.Day(ListField.From, "From day", (Filter f) => f.From, (f, value) => f with { From = value }),
            ListField.Number("owner", "Owner", (Filter f) => f.Owner, (f, value) => f with { Owner = value }, id => $"No. {id}"),
        ],
    };

    private readonly UseCulture culture = new("en");

    public void Dispose() => culture.Dispose();

    [Fact]
    public void An_address_says_filter_order_and_page_and_is_read_back_the_same()
    {
        const string Address = "/things?tab=all&search=a%20b&colour=red&old=no&from=2026-03-10&owner=7&sort=-sum&page=3";

        var state = List.Read(ListParameters.Of("https://portal" + Address));

        Assert.Equal(new ListState<Filter>(new Filter { Search = "a b", Colour = Colour.Red, IsOld = false, From = new DateOnly(2026, 3, 10), Owner = 7 }, "Sum", true, 3), state);
        Assert.Equal(Address, List.AddressOf(state));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?search=%20&colour=blue&colour2=red&old=perhaps&from=yesterday&owner=-1&sort=note&page=0")]
    [InlineData("?colour=5&sort=&page=99999999999")]
    public void What_an_address_says_and_the_list_does_not_know_is_passed_over(string address)
    {
        var state = List.Read(ListParameters.Of(address));

        Assert.Equal(new ListState<Filter>(new Filter(), "Latest", true), state);
        Assert.Equal("/things?tab=all", List.AddressOf(state));
    }

    [Fact]
    public void Each_chip_says_what_is_filtered_by_and_leads_to_the_first_page_without_it()
    {
        var chips = List.Chips(List.Read(ListParameters.Of("?colour=red&old=yes&page=4&sort=name")));

        Assert.Equal(["Colour: Red!", "Age: Old"], chips.Select(chip => chip.Words));
        Assert.Equal(["/things?tab=all&old=yes&sort=name", "/things?tab=all&colour=red&sort=name"], chips.Select(chip => chip.Without));
    }

    [Fact]
    public void The_workbook_is_asked_for_with_the_same_filter_order_and_columns_and_without_a_page()
    {
        var view = TableView<Row>.Of("things", List.Columns, "sum,name");

        Assert.Equal("/exports/things.xlsx?colour=red&sort=-name&columns=sum,name", List.ExportOf(List.Read(ListParameters.Of("?colour=red&sort=-name&page=2")), view));
    }

    [Fact]
    public void The_workbook_names_its_filters_and_its_period_apart()
    {
        var filter = new Filter { Colour = Colour.Red, From = new DateOnly(2026, 3, 10) };

        Assert.Equal([new ExcelFilter("Colour", "Red!")], List.Describe(filter));
        Assert.Equal("10 Mar 2026 – …", List.Period(filter));
        Assert.Null(List.Period(new Filter()));
    }

    [Fact]
    public void Rows_at_hand_are_sorted_by_the_column_of_the_address_or_left_as_they_are()
    {
        Row[] rows = [new("b", 1), new("a", 3), new("c", 2)];

        Assert.Equal(["a", "c", "b"], List.Sorted(rows, List.Read(ListParameters.Of("?sort=-sum"))).Select(row => row.Name));
        Assert.Equal(["b", "a", "c"], List.Sorted(rows, List.Read(ListParameters.Of(""))).Select(row => row.Name));
    }

    private enum Colour
    {
        Green,
        Red,
    }

    private sealed record Row(string Name, int Sum);

    private sealed record Filter
    {
        public string? Search { get; init; }

        public Colour? Colour { get; init; }

        public bool? IsOld { get; init; }

        public DateOnly? From { get; init; }

        public long? Owner { get; init; }
    }
}
