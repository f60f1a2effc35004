using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Coupons;

public sealed class CouponPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Somebody = Actor.System("test");

    public CouponPagesTests() => Services.AddTrade();

    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    public Task InitializeAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public void An_empty_list_says_how_to_begin_and_who_may_not_edit_sees_no_button()
    {
        Render<CouponsPage>().WaitForElement(".empty a[href='/coupons/new']");

        SignIn(Roles.Operator);
        var clerk = Render<CouponsPage>();
        clerk.WaitForElement(".empty");
        Assert.Empty(clerk.FindAll("a[href='/coupons/new']"));
    }

    [Fact]
    public void A_series_is_made_wrong_fields_are_named_and_its_page_tells_its_terms()
    {
        var form = Render<CouponSeriesFormPage>();
        form.WaitForElement("#name");
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.NotEmpty(form.FindAll("#name-help .bad")));

        form.Find("#name").Change("Leaflet");
        form.Find("#count").Change("25");
        form.Find("#usesTotal").Change("20");
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.Matches(@"/coupons/\d+$", Address.Uri));

        var page = Render<CouponSeriesPage>(p => p.Add(c => c.Id, IdOf(Address.Uri)));
        page.WaitForAssertion(() => Assert.Equal(25, page.FindAll(".list-cards li").Count));
        Assert.Contains("up to 20", page.Find(".coupon-terms").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_are_found_by_their_beginning_and_one_state_alone_is_shown()
    {
        var (id, code) = await MadeAsync();
        Address.NavigateTo($"/coupons/{id}?search={code[..6].ToLowerInvariant()}");
        var page = Render<CouponSeriesPage>(p => p.Add(c => c.Id, id));
        page.WaitForAssertion(() => Assert.Contains(code, page.Find(".list-cards").TextContent, StringComparison.Ordinal));

        Address.NavigateTo($"/coupons/{id}?state=used");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".list-cards li")));
    }

    [Fact]
    public async Task Terms_that_another_person_changed_meanwhile_are_not_overwritten()
    {
        var (id, _) = await MadeAsync();
        var form = Render<CouponSeriesFormPage>(p => p.Add(c => c.Id, id));
        form.WaitForElement("#usesTotal").Change("5");
        await Services.GetRequiredService<SaveCouponSeries>().StopAsync(Somebody, id, stop: true, default);

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.NotEmpty(form.FindAll(".note-bad")));
        Assert.Null((await Services.GetRequiredService<CouponQueries>().FindAsync(Somebody, id, default))!.Series.UsesTotal);
    }

    [Fact]
    public async Task There_is_a_word_where_there_is_no_such_series()
    {
        await MadeAsync();

        Assert.NotNull(Render<CouponSeriesPage>(p => p.Add(c => c.Id, 99)).WaitForElement(".empty"));
        Assert.NotNull(Render<ImportCouponsPage>(p => p.Add(c => c.Id, 99)).WaitForElement(".empty"));
    }

    private async Task<(long Id, string Code)> MadeAsync()
    {
        var id = (await Services.GetRequiredService<SaveCouponSeries>().CreateAsync(
            Somebody, new CouponSeriesPlan { Key = "leaflet", Name = "Leaflet", Count = 3, From = new DateOnly(2026, 3, 1) }, default)).Value;
        await using var db = Database.CreateDbContext();
        return (id, db.Coupons.First(c => c.SeriesId == id).Code);
    }

    private static long IdOf(string address) => long.Parse(address[(address.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
}
