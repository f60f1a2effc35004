using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Partners;

public sealed class PartnerPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Admin = Actor.System("test");

    public PartnerPagesTests()
    {
        Services.AddMembersPages();
        Services.AddApiKeys();
        Services.AddPartners();
    }

    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    public Task InitializeAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public void Without_partners_the_page_says_what_they_are_for_and_who_may_not_edit_sees_no_button()
    {
        var page = Render<PartnersPage>();
        page.WaitForAssertion(() => Assert.Contains("No partners yet", page.Markup, StringComparison.Ordinal));
        Assert.Contains(page.FindAll("button"), b => b.TextContent.Contains("New partner", StringComparison.Ordinal));

        SignIn(Roles.Manager);
        var seen = Render<PartnersPage>();
        seen.WaitForAssertion(() => Assert.Contains("No partners yet", seen.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(seen.FindAll("button"), b => b.TextContent.Contains("New partner", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_shows_what_is_agreed_and_what_is_open()
    {
        var partner = await PartnerAsync("bakery");
        await SellAsync(partner, 1_000m);
        Address.NavigateTo("/partners");

        var page = Render<PartnersPage>();

        page.WaitForAssertion(() => Assert.Contains("2% of the receipt", page.Markup, StringComparison.Ordinal));
        Assert.Contains("the partner pays 20.00", page.Markup.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal($"/partners/{partner.Id}", page.Find("[data-names] a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_partners_page_says_that_nothing_is_agreed_yet()
    {
        var id = (await Services.GetRequiredService<SavePartner>().AddAsync(Admin, "bakery", new SavePartner.Particulars("The <b>bakery</b>"), default)).Value;
        Address.NavigateTo($"/partners/{id}");

        var page = Render<PartnerPage>(p => p.Add(x => x.Id, id));

        page.WaitForAssertion(() => Assert.Contains("Nothing is agreed for now", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("<b>bakery</b>", page.Markup, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("No statements yet", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_role_may_not_it_does_not_see()
    {
        var partner = await PartnerAsync("bakery");
        Address.NavigateTo($"/partners/{partner.Id}");
        SignIn(Roles.Marketer);

        var page = Render<PartnerPage>(p => p.Add(x => x.Id, partner.Id));

        page.WaitForAssertion(() => Assert.Contains("New terms from…", page.Markup, StringComparison.Ordinal));
        foreach (var button in (string[])["New key", "New statement", "New adjustment"])
        {
            Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains(button, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task New_terms_are_tried_on_a_receipt_as_they_are_typed()
    {
        var partner = await PartnerAsync("bakery");
        Address.NavigateTo($"/partners/{partner.Id}/terms");
        var page = Render<TermsPage>(p => p.Add(x => x.Id, partner.Id));
        page.WaitForAssertion(() => Assert.Contains("40", page.Find("[data-testid=earned]").TextContent, StringComparison.Ordinal));

        page.Find("#terms-Percent").Input("10");
        page.WaitForAssertion(() => Assert.Contains("200", page.Find("[data-testid=earned]").TextContent, StringComparison.Ordinal));
        page.Find("#terms-IssuePrice").Input("0.25");
        page.WaitForAssertion(() => Assert.StartsWith("50.00", page.Find("[data-testid=example-issued]").TextContent, StringComparison.Ordinal));
        page.Find("#terms-Percent").Input("101");
        page.WaitForAssertion(() => Assert.Contains("A percent from 0 to 100", page.Markup, StringComparison.Ordinal));
        Assert.True(page.Find("button[type=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Terms_are_put_in_force_with_a_note_and_the_old_ones_stay_in_the_history()
    {
        var partner = await PartnerAsync("bakery");
        Database.Clock.Advance(TimeSpan.FromDays(1));
        Address.NavigateTo($"/partners/{partner.Id}/terms");
        var page = Render<TermsPage>(p => p.Add(x => x.Id, partner.Id));
        page.WaitForElement("#terms-Percent").Input("7");

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("Write why", page.Markup, StringComparison.Ordinal));
        page.Find("#terms-note").Input("Agreement 12");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.EndsWith($"/partners/{partner.Id}", Address.Uri, StringComparison.Ordinal));
        var shown = Render<PartnerPage>(p => p.Add(x => x.Id, partner.Id));
        shown.WaitForAssertion(() => Assert.Contains("7% of the receipt", shown.Markup, StringComparison.Ordinal));
        Assert.Contains("Were in force from", shown.Find("ol.partner-terms").TextContent, StringComparison.Ordinal);
        await using var db = Database.CreateDbContext();
        Assert.Contains(await db.AuditEntries.ToListAsync(), a => a is { Subject: nameof(PartnerTerms), Reason: "Agreement 12", Author: "someone@example.com" });
    }

    [Fact]
    public async Task A_statement_shows_its_sums_and_is_closed_once()
    {
        var partner = await PartnerAsync("bakery");
        await SellAsync(partner, 1_000m);
        var today = new DateOnly(2026, 3, 10);
        var id = (await Services.GetRequiredService<DraftSettlement>().ExecuteAsync(Admin, partner.Id, today, today.AddDays(1), default)).Value;
        Address.NavigateTo($"/settlements/{id}");
        var page = Render<SettlementPage>(p => p.Add(x => x.Id, id));
        page.WaitForAssertion(() => Assert.StartsWith("20.00", page.Find("[data-testid=payable]").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("r1", page.Find(".data-table").TextContent, StringComparison.Ordinal));
        Assert.Contains("Draft statement", page.Markup, StringComparison.Ordinal);

        await Services.GetRequiredService<CloseSettlement>().ExecuteAsync(Admin, id, default);
        var closed = Render<SettlementPage>(p => p.Add(x => x.Id, id));

        closed.WaitForAssertion(() => Assert.Contains("Statement No. 1", closed.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(closed.FindAll("button"), b => b.TextContent.Contains("Close the statement", StringComparison.Ordinal));
        Assert.Contains(closed.FindAll("a"), a => a.GetAttribute("href") == $"/exports/statement.xlsx?id={id}");
    }

    [Fact]
    public void Pages_of_nobody_say_so()
    {
        Assert.Contains("There is no such partner", Render<PartnerPage>(p => p.Add(x => x.Id, 7)).Markup, StringComparison.Ordinal);
        Assert.Contains("There is no such partner", Render<TermsPage>(p => p.Add(x => x.Id, 7)).Markup, StringComparison.Ordinal);
        Assert.Contains("There is no such statement", Render<SettlementPage>(p => p.Add(x => x.Id, 7)).Markup, StringComparison.Ordinal);
    }

    private async Task<PartnerTill> PartnerAsync(string key)
    {
        var id = (await Services.GetRequiredService<SavePartner>().AddAsync(Admin, key, new SavePartner.Particulars($"The {key}"), default)).Value;
        var terms = new PartnerConditions { Accrual = PartnerAccrual.Percent, Percent = 2m };
        Assert.Null((await Services.GetRequiredService<AgreeTerms>().ExecuteAsync(Admin, id, terms, null, "agreed", default)).Rejection);
        return new PartnerTill(id, key);
    }

    private async Task SellAsync(PartnerTill partner, decimal sum)
    {
        var poster = Services.GetRequiredService<ReceiptPoster>();
        var sale = new SalePosting
        {
            Key = "r1",
            PayloadHash = "",
            Source = LoyaltyAdmin.Domain.Receipts.ReceiptSource.Api,
            Member = Till.Named("anna"),
            Draft = new LoyaltyAdmin.Domain.Receipts.ReceiptDraft
            {
                OccurredAt = Database.Clock.UtcNow,
                Lines = [new() { Line = 1, Sku = "A", Quantity = LoyaltyAdmin.Domain.Values.Quantity.Of(1m), Gross = LoyaltyAdmin.Domain.Values.Money.Of(sum) }],
            },
        };
        await poster.PostManyAsync(Admin, [sale with { Key = "join", Source = LoyaltyAdmin.Domain.Receipts.ReceiptSource.Import }], registerUnknown: true, null, default);
        Assert.NotNull((await poster.PostAsync(Admin with { Partner = partner }, sale, default)).Receipt);
    }
}
