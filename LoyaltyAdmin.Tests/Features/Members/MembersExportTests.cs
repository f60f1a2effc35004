using ExcelDataReader;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Platform.Excel;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Members;

public sealed class MembersExportTests : MembersTest
{
    [Fact]
    public async Task The_workbook_holds_what_the_filter_finds_with_phones_and_cards_as_text()
    {
        await MemberAsync("Иванов", "Сергей", phone: "+79161234567", card: "00012345");
        await MemberAsync("Петров");
        using var file = new MemoryStream();

        await Use<MembersExport>().WriteAsync(
            Actor.System("test"), file, ListParameters.Of("search=иванов"), default);

        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(file);
        reader.NextResult();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        Assert.Equal(2, rows.Count);
        Assert.Equal(("Иванов Сергей", "+79161234567", "00012345"), (rows[1][0], rows[1][1], rows[1][2]));
    }

    [Fact]
    public async Task The_workbook_has_the_chosen_columns_only_in_their_order()
    {
        using var culture = new UseCulture("en");
        await MemberAsync("Иванов", "Сергей", phone: "+79161234567");
        using var file = new MemoryStream();

        await Use<MembersExport>().WriteAsync(
            Actor.System("test"), file, ListParameters.Of("columns=available,phone,nonsense,name"), default);

        var rows = ExcelFixture.Read(file).Tables["Members"]!.Rows;
        Assert.Equal(["Available", "Phone", "Member"], rows[0].ItemArray);
        Assert.Equal([0.0, "+79161234567", "Иванов Сергей"], rows[1].ItemArray);
    }

    [Fact]
    public async Task Nobody_takes_members_along_without_the_permission()
    {
        using var file = new MemoryStream();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Use<MembersExport>().WriteAsync(Clerk, file, ListParameters.Of(""), default));
    }
}
