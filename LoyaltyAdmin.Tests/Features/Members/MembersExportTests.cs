using ExcelDataReader;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Tests.Features.Members;

public sealed class MembersExportTests : MembersTest
{
    [Fact]
    public async Task The_workbook_holds_what_the_filter_finds_with_phones_and_cards_as_text()
    {
        await MemberAsync("Иванов", "Сергей", phone: "+79161234567", card: "00012345");
        await MemberAsync("Петров");
        using var file = new MemoryStream();

        await Database.Make<MembersExport>(Use<StreamedWorkbook>()).WriteAsync(
            Actor.System("test"), file, new MemberFilter { Search = "иванов" }, default, default);

        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(file);
        reader.NextResult();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        Assert.Equal(2, rows.Count);
        Assert.Equal(("Иванов", "+79161234567", "00012345"), (rows[1][1], rows[1][3], rows[1][5]));
    }

    [Fact]
    public async Task Nobody_takes_members_along_without_the_permission()
    {
        using var file = new MemoryStream();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Database.Make<MembersExport>(Use<StreamedWorkbook>()).WriteAsync(Clerk, file, new MemberFilter(), default, default));
    }
}
