using System.Net;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Security.FirstStart;
using LoyaltyAdmin.Shell.Layout;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Security;

public sealed class SignInTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly string[] DemoNames = ["admin", "marketer", "manager", "operator"];

    [Fact]
    public async Task Each_role_sees_exactly_the_pages_of_its_permissions()
    {
        foreach (var (who, role) in DemoNames.Zip(Roles.All))
        {
            using var client = await portal.SignedInAsync(who);
            foreach (var item in NavItems.All)
            {
                using var page = await client.GetAsync(item.Href);
                var seen = page.StatusCode == HttpStatusCode.OK;
                Assert.True(seen == Roles.PermissionsOf(role).Contains(item.Permission), $"{who} {item.Href}: {page.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("admin", "/")]
    [InlineData("operator", "/members")]
    public async Task Each_begins_where_the_own_work_is(string who, string page)
    {
        using var client = await portal.SignedInAsync(who);

        using var answer = await client.GetAsync("/start");

        Assert.Equal(page, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_door_and_back()
    {
        using var client = portal.Anonymous();

        using var answer = await client.GetAsync("/users?search=anna");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/sign-in?returnUrl=%2Fusers%3Fsearch%3Danna", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task The_door_has_its_looks_before_signing_in()
    {
        using var client = portal.Anonymous();

        using var css = await client.GetAsync("/app.css");

        Assert.Equal(HttpStatusCode.OK, css.StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_even_the_right_one_out()
    {
        const string Email = "operator@demo.local";
        using var client = portal.Anonymous();
        for (var i = 0; i < SecurityRegistration.SignInTries; i++)
        {
            using var wrong = await PortalHost.SignInAsync(client, Email, "not the password");
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        using var right = await PortalHost.SignInAsync(client, Email, DemoUsers.Password);

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Contains("Too many wrong tries", await right.Content.ReadAsStringAsync());
        await ChangeAsync(Email, user => user.LockoutEnd = null);
    }

    [Fact]
    public async Task A_user_who_is_switched_off_cannot_sign_in()
    {
        const string Email = "manager@demo.local";
        await ChangeAsync(Email, user => user.Disabled = true);
        using var client = portal.Anonymous();

        using var answer = await PortalHost.SignInAsync(client, Email, DemoUsers.Password);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("switched off", await answer.Content.ReadAsStringAsync());
        await ChangeAsync(Email, user => user.Disabled = false);
    }

    [Fact]
    public async Task Signing_out_without_the_forms_token_is_refused()
    {
        using var client = await portal.SignedInAsync("marketer");

        using var answer = await client.PostAsync("/account/sign-out", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task A_change_of_language_never_leaves_the_site(string address)
    {
        using var client = portal.Anonymous();

        using var answer = await client.GetAsync($"/culture/ru?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("c%3Dru", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_door_speaks_the_language_of_the_browser()
    {
        using var client = portal.Anonymous();
        client.DefaultRequestHeaders.Add("Accept-Language", "ru-RU,ru;q=0.9,en;q=0.5");

        var page = await client.GetStringAsync("/account/sign-in");

        Assert.Contains("lang=\"ru\"", page);
        Assert.Contains(">Вход<", WebUtility.HtmlDecode(page));
    }

    private async Task ChangeAsync(string email, Action<LoyaltyAdmin.Data.Identity.Operator> change)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().CreateDbContextAsync();
        change(await db.Users.SingleAsync(user => user.Email == email));
        await db.SaveChangesAsync();
    }
}
