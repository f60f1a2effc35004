using System.Globalization;
using Bunit;
using LoyaltyAdmin.Shell.Charts;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Shell.Charts;

public sealed class ChartTests : BunitContext
{
    private const string Module = "./Shell/Charts/Chart.razor.js";

    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    private readonly ChartOptions options = new()
    {
        Title = "Revenue",
        Kind = ChartKind.Line,
        Categories = ["1 Mar", "2 Mar"],
        Series = [new("Revenue", ChartColor.Indigo, [1234.5m, null]) { Previous = [10m, 20m] }],
        Unit = ChartUnit.Money,
        UnitText = "₽",
        Decimals = 2,
        LastIncomplete = true,
    };

    public ChartTests()
    {
        Services.AddLocalization();
        Use("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void The_picture_has_a_name_and_its_figures_stand_in_a_table()
    {
        var chart = Render<Chart>(p => p.Add(c => c.Options, options));

        Assert.Contains("Revenue", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(["", "Revenue", "Revenue, previous period"], chart.FindAll("thead th").Select(h => h.TextContent));
        Assert.Equal(["1 Mar", "2 Mar*"], chart.FindAll("tbody th").Select(h => h.TextContent));
        Assert.Equal(["1,234.50\u00a0₽", "10.00\u00a0₽", "–", "20.00\u00a0₽"], chart.FindAll("td").Select(d => d.TextContent));
        Assert.Contains("visually-hidden", chart.Find(".chart-table").ClassList);
    }

    [Fact]
    public void A_button_shows_the_table_in_place_of_the_picture_and_back()
    {
        var chart = Render<Chart>(p => p.Add(c => c.Options, options));

        chart.Find(".chart-tool").Click();
        Assert.DoesNotContain("visually-hidden", chart.Find(".chart-table").ClassList);
        Assert.True(chart.Find("[role=img]").HasAttribute("hidden"));

        chart.Find(".chart-tool").Click();
        Assert.Contains("visually-hidden", chart.Find(".chart-table").ClassList);
        Assert.False(chart.Find("[role=img]").HasAttribute("hidden"));
    }

    [Fact]
    public void In_Russian_words_and_figures_are_Russian()
    {
        Use("ru");

        var chart = Render<Chart>(p => p.Add(c => c.Options, options with { Unit = ChartUnit.Percent, Series = [new("Доля", ChartColor.Teal, [0.125m, 1m])] }));

        Assert.Equal("Таблицей", chart.Find(".chart-tool").TextContent);
        Assert.Equal("12,5\u00a0%", chart.Find("td").TextContent);
    }

    [Fact]
    public void Without_figures_it_says_so_and_draws_nothing()
    {
        var chart = Render<Chart>(p => p.Add(c => c.Options, options with { Series = [new("Revenue", ChartColor.Indigo, [null, null])] }));

        Assert.Equal("Nothing in this period.", chart.Find(".chart-empty").TextContent);
        Assert.Empty(chart.FindAll("table"));
        Assert.Empty(JSInterop.Invocations);
    }

    [Fact]
    public void New_options_redraw_and_the_same_ones_do_not()
    {
        var module = JSInterop.SetupModule(Module);
        module.Mode = JSRuntimeMode.Loose;
        var drawing = module.SetupModule("create", _ => true);
        drawing.Mode = JSRuntimeMode.Loose;
        var chart = Render<Chart>(p => p.Add(c => c.Options, options));

        chart.Render(p => p.Add(c => c.Options, options));
        Assert.Empty(drawing.Invocations["update"]);

        chart.Render(p => p.Add(c => c.Options, options with { Title = "Net revenue" }));
        Assert.Single(drawing.Invocations["update"]);
        Assert.Single(module.Invocations["create"]);
    }

    [Fact]
    public void A_heat_table_is_deeper_where_the_share_is_greater()
    {
        var heat = Render<HeatTable>(p => p
            .Add(h => h.Title, "Cohorts")
            .Add(h => h.Columns, ["0", "1", "2"])
            .Add(h => h.Rows, [new("Jan 2026", 1200, [1m, 0.2m, 0.05m]), new("Feb 2026", 900, [1m, 0.1m, null])]));

        Assert.Equal(
            ["--heat:100%", "--heat:100%", "--heat:25%", "--heat:100%", "--heat:50%"],
            heat.FindAll(".heat-cell").Select(c => c.GetAttribute("style")));
        Assert.Equal("Jan 2026 · 2: 5.0%", heat.FindAll(".heat-cell")[2].GetAttribute("title"));
        Assert.Equal(["1,200", "900"], heat.FindAll(".heat-size").Select(c => c.TextContent));
    }

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        base.Dispose(disposing);
    }

    private static void Use(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
}
