using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Programs;

public sealed class ConditionsPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Marketer = new("marketer@example.com", Roles.PermissionsOf(Roles.Marketer));

    public async Task InitializeAsync()
    {
        await ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);
        Services.AddPrograms();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void What_is_in_force_stands_first_in_plain_words()
    {
        var page = Render<ConditionsPage>();

        page.WaitForAssertion(() => Assert.Equal(
            "5% of the receipt in points, rounded down · usable at once · up to 30% of a receipt · live 12\u00a0months",
            page.Find(".brief").TextContent));
    }

    [Theory]
    [InlineData(Roles.Marketer, true)]
    [InlineData(Roles.Manager, false)]
    public void Who_may_edit_is_led_to_the_editor_and_others_only_read(string role, bool mayEdit)
    {
        SignIn(role);

        var page = Render<ConditionsPage>();

        page.WaitForElement(".brief");
        Assert.Equal(mayEdit, page.FindAll("a[href='/program/conditions/edit']").Count > 0);
    }

    [Fact]
    public void The_example_follows_the_percent_while_it_is_typed()
    {
        var page = Editor();
        Assert.Equal("53\u00a0points", Text(page, "earned"));

        page.Find("#f-Accrual-Percent").Input("10");

        page.WaitForAssertion(() => Assert.Equal("107\u00a0points", Text(page, "earned")));
    }

    [Fact]
    public void The_needle_of_break_even_follows_the_percent()
    {
        var page = Editor();
        page.WaitForElement("[data-testid=uplift]");
        Assert.Contains("13.2%", Text(page, "uplift"), StringComparison.Ordinal);

        page.Find("#f-Accrual-Percent").Input("50");

        page.WaitForAssertion(() => Assert.Contains("no growth", Text(page, "uplift"), StringComparison.Ordinal));
    }

    [Fact]
    public void An_error_stands_beside_its_field_and_the_example_keeps_the_last_good_conditions()
    {
        var page = Editor();

        page.Find("#f-Accrual-Percent").Input("150");

        page.WaitForAssertion(() => Assert.Equal(
            "Enter an accrual rate from 0 to 100%.", page.Find("#f-Accrual-Percent").Closest(".form-field")!.QuerySelector("[role=alert]")?.TextContent));
        Assert.Equal("53\u00a0points", Text(page, "earned"));
        Assert.True(Button(page, "Publish…").HasAttribute("disabled"));
        Assert.False(Button(page, "Save draft").HasAttribute("disabled"));
    }

    [Fact]
    public void What_is_no_number_is_told_and_stays_in_the_field()
    {
        var page = Editor();

        page.Find("#f-Accrual-Percent").Input("5x");

        Assert.Equal("5x", page.Find("#f-Accrual-Percent").GetAttribute("value"));
        Assert.Contains("Enter a number", page.Find("#f-Accrual-Percent").Closest(".form-field")!.TextContent, StringComparison.Ordinal);
        Assert.True(Button(page, "Save draft").HasAttribute("disabled"));
    }

    [Fact]
    public void What_differs_in_nothing_is_not_published()
    {
        var page = Editor();
        Assert.True(Button(page, "Publish…").HasAttribute("disabled"));

        page.Find("#f-Accrual-Percent").Input("6");

        Assert.False(Button(page, "Publish…").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Saved_conditions_are_the_draft()
    {
        var page = Editor();
        page.Find("#f-Accrual-Percent").Input("7,5");
        await Button(page, "Save draft").ClickAsync(new MouseEventArgs());

        page.WaitForAssertion(() => Assert.True(Button(page, "Save draft").HasAttribute("disabled")));
        var overview = await Services.GetRequiredService<ProgramQueries>().OverviewAsync(Marketer, default);
        Assert.Equal(7.5m, overview.DraftVersion!.Conditions.Accrual.Percent);
    }

    [Fact]
    public async Task A_draft_that_is_wrong_opens_again_with_its_errors()
    {
        var wrong = new ProgramConditions { Accrual = new AccrualConditions { Percent = 500m } };
        await Services.GetRequiredService<EditDraft>().ExecuteAsync(Marketer, null, wrong, default);

        var page = Editor();

        Assert.Equal("500", page.Find("#f-Accrual-Percent").GetAttribute("value"));
        Assert.Equal("53\u00a0points", Text(page, "earned"));
    }

    [Fact]
    public async Task A_version_tells_what_it_changed_in_words()
    {
        var conditions = new ProgramConditions { Accrual = new AccrualConditions { Percent = 7m }, Activation = new ActivationConditions { Mode = ActivationMode.EndOfWeek } };
        var draft = (await Services.GetRequiredService<EditDraft>().ExecuteAsync(Marketer, null, conditions, default)).Value;
        await Services.GetRequiredService<PublishDraft>().ExecuteAsync(Marketer, draft, null, "Spring", default);

        var page = Render<VersionPage>(p => p.Add(v => v.Number, 2));

        page.WaitForAssertion(() =>
        {
            var changes = page.FindAll(".condition-changes li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            Assert.Equal(["Earning Rate 5% → 7%", "When points can be spent Earned points can be spent at once → from the next Monday"], changes);
        });
    }

    private IRenderedComponent<EditConditionsPage> Editor()
    {
        var page = Render<EditConditionsPage>();
        page.WaitForElement("#f-Accrual-Percent");
        return page;
    }

    private static string Text(IRenderedComponent<EditConditionsPage> page, string id) => page.Find($"[data-testid={id}]").TextContent.Trim();

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<EditConditionsPage> page, string text) =>
        page.FindAll(".editor-bar button").First(b => b.TextContent.Contains(text, StringComparison.Ordinal));
}
