using System.Security.Claims;
using Bunit;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Why;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace LoyaltyAdmin.Tests.Features.Receipts;

/// <summary>The pages of receipts and of the ledger's proof over a shop with a till.</summary>
public sealed class ReceiptPagesTests : BunitContext, IAsyncLifetime
{
    private readonly UseCulture culture = new("en");
    private Till till = null!;

    public async Task InitializeAsync()
    {
        till = await Till.OpenAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddRadzenComponents();
        Services.AddSingleton(new TableViews(new UserSettings(till.Database, till.Database.Sql)));
        Services.AddSingleton(till.Database.Get<ReceiptListQueries>());
        Services.AddSingleton(till.Database.Get<ReceiptQueries>());
        Services.AddSingleton(till.Database.Get<ReasonWords>());
        Services.AddSingleton(till.Database.Get<MemberQueries>());
        Services.AddSingleton(till.Database.Get<EntryWords>());
        Services.AddSingleton(till.Database.Get<ExplainLine>());
        Services.AddSingleton(till.Database.Get<LatestProof>());
        Services.AddSingleton(till.Database.Get<EntryQueries>());
        Services.AddSingleton(new JobQueries(till.Database, new NoJobs()));
        SignIn(Roles.Administrator);
        await till.MemberAsync("anna", 100);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        till.Dispose();
        culture.Dispose();
    }

    [Fact]
    public async Task The_list_shows_receipts_and_offers_what_is_filtered_as_a_workbook()
    {
        await till.PostAsync(till.Sale("R-1", "anna", 1000, redeem: 100));
        await till.PostAsync(till.Return("V-1", "R-1", 1));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/receipts?kind=return&from=2026-03-01");

        var page = Render<ReceiptsPage>();

        page.WaitForAssertion(() => Assert.Contains("V-1", page.Find(".list-wide").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("R-1", page.Find(".list-wide").TextContent, StringComparison.Ordinal);
        Assert.Equal("/exports/receipts.xlsx?from=2026-03-01&kind=return", page.Find("a[download]").GetAttribute("href"));
        Assert.Equal(["/receipts?kind=return", "/receipts?from=2026-03-01"], page.FindAll(".chip").Select(c => c.GetAttribute("href")));
        Assert.Contains("refunded 900.00", page.Find("p[aria-live]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_that_only_sells_a_gift_card_shows_what_was_paid_and_says_why_it_is_no_revenue()
    {
        var staff = Actor.System("test");
        var design = (await till.Database.Make<SaveGiftCardDesign>().ExecuteAsync(
            staff, null, new SaveGiftCardDesign.Wanted("Ribbon", GiftCardPicture.Ribbon, GiftCardDesign.Colours[0], ""), default)).Value;
        await till.Database.Make<CreateGiftCardSeries>().ExecuteAsync(
            staff, new GiftCardSeriesPlan { Name = "Plastic", DesignId = design, Prefix = "55", Nominal = 3_000, Count = 1 }, default);
        await using var db = till.Database.CreateDbContext();
        var code = db.GiftCards.Single().Code;
        var selling = till.Sale("G-1", "anna", 3_000);
        await till.PostAsync(selling with { Draft = selling.Draft with { Lines = [selling.Draft.Lines[0] with { Kind = LineKind.GiftCard, GiftCard = code }] } });
        var paying = till.Sale("G-2", "anna", 5_000);
        await till.PostAsync(paying with { Draft = paying.Draft with { GiftCards = [new GiftCardPayment(code, null, null)] } });
        Services.GetRequiredService<NavigationManager>().NavigateTo("/receipts?search=G-");

        var page = Render<ReceiptsPage>();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".list-cards li").Count));
        var (sold, paid) = (Card("G-1"), Card("G-2"));
        Assert.Contains("3,000.00", sold, StringComparison.Ordinal);
        Assert.Contains("gift cards sold: 3,000.00", sold, StringComparison.Ordinal);
        Assert.Contains("2,000.00", paid, StringComparison.Ordinal);
        Assert.Contains("by gift card: 3,000.00", paid, StringComparison.Ordinal);

        string Card(string key) => page.FindAll(".list-cards li").Single(li => li.TextContent.Contains(key, StringComparison.Ordinal)).TextContent.Replace('\u00a0', ' ');
    }

    [Fact]
    public async Task Who_may_not_export_sees_no_workbook()
    {
        await till.PostAsync(till.Sale("R-1", "anna", 1000));
        SignIn(Roles.Operator);

        var page = Render<ReceiptsPage>();

        page.WaitForAssertion(() => Assert.Contains("R-1", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("a[download]"));
    }

    [Fact]
    public async Task A_receipt_says_why_in_words_and_what_came_back()
    {
        var sale = (await till.PostAsync(till.Sale("R-1", "anna", 1000, quantity: 2, redeem: 100))).Receipt!;
        var back = (await till.PostAsync(till.Return("V-1", "R-1", 1))).Return!;

        var page = Render<ReceiptPage>(p => p.Add(x => x.Id, sale.Id));

        Assert.Contains("5% of 900.00", page.Find(".reasons").TextContent, StringComparison.Ordinal);
        Assert.Equal("Returned in part", page.Find("h1 .badge").TextContent);
        Assert.NotNull(page.Find($"a[href='/returns/{back.Id}']"));
        Assert.NotNull(page.Find($"a[href='/members/{sale.MemberId}']"));
        Assert.NotNull(page.Find("a[href='/program/versions/1']"));
    }

    [Fact]
    public async Task A_line_asked_why_shows_the_chain_of_its_reasons()
    {
        var sale = (await till.PostAsync(till.Sale("R-1", "anna", 1000, redeem: 100))).Receipt!;
        var shown = new TaskCompletionSource<Explanation>();
        Services.GetRequiredService<DialogService>().OnOpen += (_, _, parameters, _) => shown.SetResult((Explanation)parameters[nameof(WhyDialog.Explanation)]!);
        var page = Render<ReceiptPage>(p => p.Add(x => x.Id, sale.Id));

        page.Find(".why-button").Click();

        var explanation = await shown.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("Line 1 of receipt R-1", explanation.Title);
        var dialog = Render<WhyDialog>(p => p.Add(x => x.Explanation, explanation));
        Assert.Contains("Its share of the 45", dialog.Markup.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.NotNull(dialog.Find("a[href='/program/versions/1']"));
    }

    [Fact]
    public async Task A_return_names_its_receipt_and_an_unknown_one_is_said_to_be_missing()
    {
        var sale = (await till.PostAsync(till.Sale("R-1", "anna", 1000))).Receipt!;
        var back = (await till.PostAsync(till.Return("V-1", "R-1", 1))).Return!;

        Assert.NotNull(Render<ReturnPage>(p => p.Add(x => x.Id, back.Id)).Find($"a[href='/receipts/{sale.Id}']"));
        Assert.Contains("There is no such return", Render<ReturnPage>(p => p.Add(x => x.Id, 404)).Markup, StringComparison.Ordinal);
        Assert.Contains("There is no such receipt", Render<ReceiptPage>(p => p.Add(x => x.Id, 404)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proof_reads_as_an_equation()
    {
        await till.PostAsync(till.Sale("R-1", "anna", 1000, redeem: 100));

        var page = Render<LedgerProofPage>();

        page.WaitForAssertion(() => Assert.Contains("Everything adds up.", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(["145", "45", "100", "0", "0"], page.FindAll(".equation strong").Select(e => e.TextContent));
        Assert.Equal(["=", "+", "+", "+"], page.FindAll(".equation > span").Select(e => e.TextContent));
    }

    [Fact]
    public async Task An_account_that_does_not_add_up_leads_to_its_member()
    {
        var account = await till.AccountAsync("anna");
        await using (var db = till.Database.CreateDbContext())
        {
            var lot = db.Lots.Single(l => l.AccountId == account.Id);
            lot.Remaining = new LoyaltyAdmin.Domain.Values.Points(90);
            await db.SaveChangesAsync();
        }

        var page = Render<LedgerProofPage>();

        page.WaitForAssertion(() => Assert.Contains("It does not add up.", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal("≠", page.Find(".equation > span").TextContent);
        Assert.NotNull(page.Find($"a[href='/members/{account.MemberId}?tab=entries']"));
    }

    private void SignIn(string role)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "someone@example.com"), new Claim(ClaimTypes.Role, role)], "test");
        var state = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(identity)));
        RenderTree.Add<CascadingValue<Task<AuthenticationState>>>(p => p.Add(v => v.Value, state));
    }
}
