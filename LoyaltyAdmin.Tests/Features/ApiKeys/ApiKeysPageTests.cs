using Bunit;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.ApiKeys;

public sealed class ApiKeysPageTests : LoyaltyPageTest
{
    private readonly Actor admin = Actor.System("test");

    public ApiKeysPageTests() => Services.AddApiKeys();

    [Fact]
    public void Without_keys_the_page_says_what_they_are_for()
    {
        var page = Render<ApiKeysPage>();

        page.WaitForAssertion(() => Assert.Contains("No keys yet", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_shows_keys_with_what_they_may_and_never_the_key_itself()
    {
        var created = (await Services.GetRequiredService<CreateApiKey>().ExecuteAsync(admin, "Till 3", [ApiScope.ReceiptsWrite], default)).Value;

        var page = Render<ApiKeysPage>();

        page.WaitForAssertion(() => Assert.Contains("Till 3", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Quote, post and return receipts", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(created.Secret, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoked_keys_are_listed_when_the_address_asks_for_them()
    {
        var create = Services.GetRequiredService<CreateApiKey>();
        var old = (await create.ExecuteAsync(admin, "Till 1", [ApiScope.Imports], default)).Value;
        _ = (await create.ExecuteAsync(admin, "Till 2", [ApiScope.Imports], default)).Value;
        await Services.GetRequiredService<RevokeApiKey>().ExecuteAsync(admin, old.Id, default);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/api-keys?state=revoked");

        var page = Render<ApiKeysPage>();

        page.WaitForAssertion(() => Assert.Equal(["Till 1"], page.FindAll("[data-names] strong").Select(name => name.TextContent)));
        Assert.Equal("/api-keys", page.Find(".chip").GetAttribute("href"));
        Assert.Equal("/exports/api-keys.xlsx?state=revoked", page.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void A_new_key_needs_a_name_and_a_scope_and_is_shown_once()
    {
        var dialog = Render<NewApiKeyDialog>();
        dialog.Find("form").Submit();
        dialog.WaitForAssertion(() => Assert.Contains("Give the key a name", dialog.Markup, StringComparison.Ordinal));

        dialog.Find("#key-name").Change("Till 3");
        dialog.FindAll("input[type=checkbox]")[0].Change(true);
        dialog.Find("form").Submit();

        dialog.WaitForAssertion(() => Assert.StartsWith("la_", dialog.Find("#key-secret").GetAttribute("value"), StringComparison.Ordinal));
        using var db = Database.CreateDbContext();
        var key = db.ApiKeys.Single();
        Assert.Equal(ApiKeySecret.HashOf(dialog.Find("#key-secret").GetAttribute("value")!), key.Hash);
        Assert.Equal(ApiScope.MembersRead, key.Scopes);
    }

    [Fact]
    public async Task Making_and_revoking_leave_audit_entries_without_the_hash()
    {
        var created = (await Services.GetRequiredService<CreateApiKey>().ExecuteAsync(admin, "Till 3", [ApiScope.Imports], default)).Value;
        Assert.Null(await Services.GetRequiredService<RevokeApiKey>().ExecuteAsync(admin, created.Id, default));

        await using var db = Database.CreateDbContext();
        var entries = await db.AuditEntries.Where(a => a.Subject == "ApiKey").OrderBy(a => a.Id).ToListAsync();
        Assert.Equal([AuditAction.Created, AuditAction.Changed], entries.Select(e => e.Action));
        Assert.All(entries, e => Assert.DoesNotContain(ApiKeySecret.HashOf(created.Secret), $"{e.Before}{e.After}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_in_force_cannot_be_given_again_and_a_stranger_may_not_make_keys()
    {
        var create = Services.GetRequiredService<CreateApiKey>();
        _ = (await create.ExecuteAsync(admin, "Till 3", [ApiScope.Imports], default)).Value;

        Assert.Equal("ApiKeys.NameTaken", (await create.ExecuteAsync(admin, " Till 3 ", [ApiScope.Imports], default)).Rejection?.Code);
        var stranger = new Actor("someone", new HashSet<Permission> { Permission.MembersView });
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => create.ExecuteAsync(stranger, "Till 4", [ApiScope.Imports], default));
    }
}
