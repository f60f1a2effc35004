using System.Net;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Programs;

public sealed class VersionsExportTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("manager", HttpStatusCode.OK)]
    [InlineData("operator", HttpStatusCode.Redirect)]
    public async Task Versions_are_taken_along_by_those_who_may_export(string who, HttpStatusCode expected)
    {
        using var client = await host.SignedInAsync(who);

        using var answer = await client.GetAsync("/exports/versions.xlsx?columns=number,note");

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.OK)
        {
            using var book = new ClosedXML.Excel.XLWorkbook(await answer.Content.ReadAsStreamAsync());
            var cells = book.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Select(cell => cell.GetString()).ToList();
            Assert.Contains(cells, cell => cell is "Version 1" or "Версия 1");
        }
    }
}
