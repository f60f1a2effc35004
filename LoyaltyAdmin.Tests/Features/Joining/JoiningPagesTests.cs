using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Joining;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Joining;

public sealed class JoiningPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    public JoiningPagesTests()
    {
        Services.AddMembersPages();
    }

    public Task InitializeAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public async Task A_cost_is_entered_on_the_page_and_stands_in_the_list_and_the_workbook()
    {
        var page = Render<JoiningPage>();
        page.WaitForElement("#cost-channel");
        Assert.Contains("Joining is free.", page.Markup, StringComparison.Ordinal);

        page.Find("#cost-channel").Change("flyers");
        page.Find("#cost-amount").Change("1 500,50");
        page.Find(".cost-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("flyers", page.Find(".data-table tbody tr").TextContent, StringComparison.Ordinal));
        await using var db = Database.CreateDbContext();
        Assert.Equal(150_050, (await db.AcquisitionCosts.SingleAsync()).Amount.Minor);
        using var stream = new MemoryStream();
        await Services.GetRequiredService<AcquisitionExport>().WriteAsync(Actor.System("test"), stream, ListParameters.Of("http://localhost/joining"), default);
        stream.Position = 0;
        using var workbook = new ClosedXML.Excel.XLWorkbook(stream);
        Assert.Contains(workbook.Worksheets, sheet => sheet.CellsUsed().Any(cell => cell.GetString() == "flyers"));
    }

    [Fact]
    public void What_is_no_sum_is_told_and_who_may_not_enters_nothing()
    {
        var page = Render<JoiningPage>();
        page.WaitForElement("#cost-channel").Change("flyers");
        page.Find("#cost-amount").Change("much");
        page.Find(".cost-form").Submit();
        page.WaitForElement(".cost-form [role=alert]");

        SignIn(Roles.Manager);
        var seen = Render<JoiningPage>();
        seen.WaitForElement(".data-table, .empty");
        Assert.Empty(seen.FindAll(".cost-form, a[href='/joining/edit']"));
    }

    [Fact]
    public void The_terms_are_edited_in_the_draft_and_say_at_once_what_they_ask()
    {
        var page = Render<EditJoiningPage>();
        page.WaitForElement("#f-Joining-WelcomePoints");

        page.Find("#f-Joining-WelcomePoints").Input("250");

        page.WaitForAssertion(() => Assert.Contains("250", page.Find(".editor-side").TextContent, StringComparison.Ordinal));
    }
}
