using System.Text;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Cards;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Cards;

public sealed class ImportCardsTests : CardsTest
{
    private static readonly PrintedSeries Printed = new() { Name = "Printed", Prefix = "33", Length = 8, HasCheckDigit = true };

    [Fact]
    public async Task Each_wrong_row_is_told_with_its_reason_and_the_rest_waits_free()
    {
        await MemberAsync("crm-1", card: Number(3));
        var file = Text("card", Number(1), $"{Number(2)[..4]} {Number(2)[4..]}", Number(1), Number(3), "33000010", "330001", "44000014", "x", "\"half");

        var check = (await Use<ImportCards>().CheckAsync(Marketer, Printed, file, default)).Value;
        var import = (await Use<ImportCards>().ExecuteAsync(Marketer, Printed, file, default)).Value;

        Assert.Null(check.SeriesId);
        Assert.Equal([Number(1), Number(2)], import.Numbers);
        Assert.Equal(check.Errors.Select(e => (e.Row, e.Reason.Code)), import.Errors.Select(e => (e.Row, e.Reason.Code)));
        Assert.Equal(
            [
                (4, "Cards.NumberTwice"), (5, "Cards.NumberTaken"), (6, "Cards.WrongCheckDigit"), (7, "Cards.WrongLength"),
                (8, "Cards.WrongPrefix"), (9, "Members.CardInvalid"), (10, "Cards.RowMalformed"),
            ],
            import.Errors.Select(e => (e.Row, e.Reason.Code)));
        Assert.Equal([Number(1), Number(2)], await NumbersAsync(import.SeriesId!.Value));
        await using var db = Database.CreateDbContext();
        Assert.All(await db.Cards.Where(c => c.SeriesId == import.SeriesId).ToListAsync(), card => Assert.Equal(CardStatus.Free, card.Status));
    }

    [Fact]
    public async Task A_check_writes_nothing()
    {
        await Use<ImportCards>().CheckAsync(Marketer, Printed, Text(Number(1)), default);

        await using var db = Database.CreateDbContext();
        Assert.Equal((0, 0), (await db.Cards.CountAsync(), await db.CardSeries.CountAsync()));
    }

    [Fact]
    public async Task A_list_without_a_heading_begins_with_its_first_line()
    {
        var report = (await Use<ImportCards>().CheckAsync(Marketer, Printed, Text(Number(1), Number(2)), default)).Value;

        Assert.Equal([Number(1), Number(2)], report.Numbers);
    }

    [Fact]
    public async Task The_column_of_numbers_is_found_in_a_workbook_and_rounded_ones_are_noticed()
    {
        using var book = new ClosedXML.Excel.XLWorkbook();
        var sheet = book.AddWorksheet("Cards");
        sheet.Cell(1, 1).Value = "Коробка";
        sheet.Cell(1, 2).Value = "Номер карты";
        sheet.Cell(2, 1).Value = 7;
        sheet.Cell(2, 2).SetValue("00012345");
        sheet.Cell(3, 2).Value = 12345678;
        sheet.Cell(4, 2).Value = 1234567890123456d;
        using var file = new MemoryStream();
        book.SaveAs(file);

        var report = (await Use<ImportCards>().CheckAsync(Marketer, new PrintedSeries { Name = "Any" }, file.ToArray(), default)).Value;

        Assert.Equal(["00012345", "12345678"], report.Numbers);
        Assert.Equal("Cards.NumberRounded", Assert.Single(report.Errors).Reason.Code);
    }

    [Fact]
    public async Task What_is_no_table_or_holds_no_right_number_is_refused()
    {
        Assert.Equal("Cards.FileUnreadable", (await Use<ImportCards>().CheckAsync(Marketer, Printed, Text(), default)).Rejection?.Code);
        Assert.Equal("Cards.NothingToImport", (await Use<ImportCards>().ExecuteAsync(Marketer, Printed, Text("card", "x"), default)).Rejection?.Code);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Use<ImportCards>().CheckAsync(Clerk, Printed, Text(Number(1)), default));
    }

    private static byte[] Text(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    private static string Number(int i) => $"3300{i:000}" + CheckDigit.Of($"3300{i:000}");
}
