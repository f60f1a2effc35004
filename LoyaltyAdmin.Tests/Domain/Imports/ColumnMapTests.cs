using LoyaltyAdmin.Domain.Imports;

namespace LoyaltyAdmin.Tests.Domain.Imports;

public sealed class ColumnMapTests
{
    [Fact]
    public void Columns_are_known_by_name_whatever_their_case_blanks_and_underscores()
    {
        var map = ColumnMap.Match(ImportKind.Receipts, ["Receipt_ID", "occurred at", "AMOUNT", "colour"], null).Value;

        Assert.Equal((0, 1, 2), (map[ImportField.ReceiptId], map[ImportField.OccurredAt], map[ImportField.Amount]));
        Assert.False(map.Has(ImportField.Member));
        Assert.Equal(["colour"], map.Unused);
    }

    [Fact]
    public void Columns_are_known_in_Russian()
    {
        var map = ColumnMap.Match(ImportKind.Receipts, ["Номер чека", "Дата покупки", "Кол-во", "Сумма", "Клиент"], null).Value;

        Assert.Equal((0, 1, 3), (map[ImportField.ReceiptId], map[ImportField.OccurredAt], map[ImportField.Amount]));
        Assert.Equal((2, 4), (map[ImportField.Quantity], map[ImportField.Member]));
    }

    [Fact]
    public void A_mapping_says_what_a_column_is_and_comes_before_its_name()
    {
        var mapping = new Dictionary<string, string> { ["when"] = "occurredAt", ["total"] = "discount", ["sum"] = "amount" };

        var map = ColumnMap.Match(ImportKind.Receipts, ["when", "total", "sum"], mapping).Value;

        Assert.Equal((0, 1, 2), (map[ImportField.OccurredAt], map[ImportField.Discount], map[ImportField.Amount]));
    }

    [Theory]
    [InlineData("nowhere", "amount", "Imports.UnknownColumn")]
    [InlineData("sum", "colour", "Imports.UnknownField")]
    [InlineData("sum", "birthDate", "Imports.UnknownField")]
    public void A_mapping_that_makes_no_sense_is_refused(string column, string field, string code)
    {
        var mapping = new Dictionary<string, string> { [column] = field };

        Assert.Equal(code, ColumnMap.Match(ImportKind.Receipts, ["occurredAt", "sum"], mapping).Rejection?.Code);
    }

    [Fact]
    public void What_must_be_there_is_asked_for()
    {
        Assert.Equal("Imports.MissingColumn", ColumnMap.Match(ImportKind.Receipts, ["amount"], null).Rejection?.Code);
        Assert.Equal("price / amount", ColumnMap.Match(ImportKind.Receipts, ["occurredAt"], null).Rejection?.Arguments[0]);
        Assert.Null(ColumnMap.Match(ImportKind.Balances, ["member", "points"], null).Rejection);
    }

    [Fact]
    public void Two_columns_of_one_meaning_are_refused() =>
        Assert.Equal("Imports.ColumnTwice", ColumnMap.Match(ImportKind.Receipts, ["date", "occurredAt", "price"], null).Rejection?.Code);
}
