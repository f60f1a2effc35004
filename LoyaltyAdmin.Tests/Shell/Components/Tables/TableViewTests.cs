using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;

namespace LoyaltyAdmin.Tests.Shell.Components.Tables;

public sealed class TableViewTests
{
    private static readonly TableColumn<string> Name = Column("name") with { Fixed = true };
    private static readonly TableColumn<string> Phone = Column("phone");
    private static readonly TableColumn<string> Email = Column("email") with { Hidden = true };
    private static readonly TableColumn<string> Card = Column("card");
    private static readonly TableColumn<string>[] All = [Name, Phone, Email, Card];

    [Theory]
    [InlineData(null, "name,phone,card")]
    [InlineData("", "name,phone,card")]
    [InlineData("unknown", "name,phone,card")]
    [InlineData("card,name", "card,name")]
    [InlineData("card,gone,name,card", "card,name")]
    [InlineData("email", "name,email")]
    [InlineData("NAME", "name,phone,card")]
    public void A_choice_is_read_whatever_it_says_and_never_lacks_what_names_the_row(string? chosen, string shown) =>
        Assert.Equal(shown, Keys(TableView<string>.Of("list", All, chosen)));

    [Fact]
    public void The_own_choice_of_a_list_is_not_remembered_and_not_in_addresses()
    {
        var view = TableView<string>.Of("list", All, "name,phone,card");

        Assert.Null(view.Chosen);
        Assert.Equal("/exports/list.xlsx?a=1", view.ExportOf("/exports/list.xlsx?a=1"));
    }

    [Fact]
    public void A_column_comes_after_the_one_that_it_follows_and_goes_where_it_is_moved()
    {
        var view = TableView<string>.Of("list", All, null).With(Email);

        Assert.Equal("name,phone,email,card", Keys(view));
        Assert.Equal("email,name,phone,card", Keys(view.Moved(Email, -2)));
        Assert.Equal("name,phone,email,card", Keys(view.Moved(Card, 5)));
        Assert.Equal("name,email,card", Keys(view.Without(Phone)));
        Assert.Same(view, view.Without(Name));
        Assert.Equal("/x?columns=name,phone,email,card", view.ExportOf("/x"));
        Assert.Equal("name,phone,card", Keys(view.Reset()));
    }

    [Fact]
    public void A_workbook_has_the_shown_columns_in_their_order() =>
        Assert.Equal(["CARD", "NAME"], TableView<string>.Of("list", All, "card,name").ToExcel().Select(c => c.Header));

    private static string Keys(TableView<string> view) => string.Join(',', view.Shown.Select(c => c.Key));

    private static TableColumn<string> Column(string key) => new(key, key.ToUpperInvariant(), ExcelKind.Text, row => row);
}
