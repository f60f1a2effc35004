using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Shell.Layout;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>A page, with what to do there before one looks.</summary>
/// <param name="Name">What files and findings call it.</param>
/// <param name="Path">Its address.</param>
/// <param name="Open">Opens a dialog, a menu, a part.</param>
public sealed record PageToSee(string Name, string Path, Func<IPage, Task>? Open = null)
{
    public static IReadOnlyList<PageToSee> All(long member, long twin, long receipt, long goodsReturn, Guid user, int import, long giftCard) =>
    [
        .. NavItems.All.Select(item => new PageToSee(item.Key, item.Href)),
        new("First steps", "/first-steps"),
        new("Member", $"/members/{member}"),
        new("Member receipts", $"/members/{member}?tab=receipts"),
        new("Member lots", $"/members/{member}?tab=lots"),
        new("Member cards", $"/members/{member}?tab=cards"),
        new("Member questionnaire", $"/members/{member}?tab=questionnaire"),
        new("Questionnaire draft", "/joining/questionnaire/edit", page => OpenAsync(page, ".ask-name", ".ask-fields")),
        new("Versions of the questionnaire", "/joining/questionnaire/versions"),
        new("Version of the questionnaire", "/joining/questionnaire/versions/1"),
        new("Consents", "/joining/questionnaire/consents"),
        new("Quality by cashier", "/joining/quality/cashiers"),
        new("Suspicious members", "/joining/quality/suspects"),
        new("Household", "/households/1"),
        new("No household", "/households?search=nobody+is+called+so"),
        new("Leaving a household", "/households/1", page => OpenAsync(page, ".household-members td .rz-danger", ".rz-dialog")),
        new("Member card", $"/members/{member}/card"),
        new("New series", "/cards/series/new"),
        new("Printed cards", "/cards/import"),
        new("Pair", $"/members/duplicates/{member}/{twin}"),
        new("Merging", $"/members/duplicates/{member}/{twin}", page => PressAsync(page, "merge", ".rz-dialog")),
        new("Merged pairs", "/members/duplicates?state=merged"),
        new("Member form", $"/members/{member}/edit"),
        new("New member", "/members/new", page => page.ClickAsync("main form button[type=submit]")),
        new("Members filters", "/members?status=active&balance=yes", page => PressAsync(page, "tune", ".list-filters")),
        new("No members", "/members?search=nobody+is+called+so"),
        new("Receipts filters", "/receipts?kind=sale", page => PressAsync(page, "tune", ".list-filters")),
        new("Receipt", $"/receipts/{receipt}"),
        new("Return", $"/returns/{goodsReturn}"),
        new("Levels draft", "/tiers/edit", page => OpenAsync(page, ".editor-side .button-quiet", ".moves")),
        new("Level by hand", $"/members/{member}", page => OpenAsync(page, "[aria-labelledby=tier] button", ".rz-dialog")),
        new("Subscribers", "/plans/subscriptions"),
        new("New plan", "/plans/new"),
        new("Subscription", $"/members/{member}", page => OpenAsync(page, ".member-plans button", ".rz-dialog")),
        new("Partner", "/partners/1"),
        new("Terms with a partner", "/partners/1/terms"),
        new("Statement", "/settlements/1"),
        new("Draft statement", "/settlements/2"),
        new("Adjustment", "/partners/1", page => OpenAsync(page, "section[aria-labelledby=adjustments] button", ".rz-dialog")),
        new("Joining draft", "/joining/edit"),
        new("Friends draft", "/referral/edit"),
        new("Friends refused", "/referral?state=refused"),
        new("Clubs", "/plans/clubs"),
        new("Club", "/plans/clubs/1"),
        new("Invitations", "/plans/clubs/1/invitations", page => PressAsync(page, "mail", ".rz-dialog")),
        new("New club", "/plans/clubs/new"),
        new("Members by level", "/members?tier=gold"),
        new("Gift card series", "/gift-cards?tab=series"),
        new("Gift card designs", "/gift-cards?tab=designs"),
        new("Gift card orders", "/gift-cards?tab=orders"),
        new("Gift card sales", "/gift-cards?tab=sales"),
        new("Order of gift cards", "/gift-cards/orders/1"),
        new("New order of gift cards", "/gift-cards/orders/new", page => page.ClickAsync("main form button[type=submit]")),
        new("Delivery partner", "/gift-cards/delivery"),
        new("Gift card ledger", "/gift-cards?tab=ledger"),
        new("Gift card", $"/gift-cards/{giftCard}"),
        new("Gift card for the buyer", $"/gift-cards/{giftCard}/print"),
        new("Gift card correction", $"/gift-cards/{giftCard}", page => PressAsync(page, "exposure", ".rz-dialog")),
        new("New design", "/gift-cards/designs/new"),
        new("New gift card series", "/gift-cards/series/new", page => page.ClickAsync("main form button[type=submit]")),
        new("Selling a gift card", "/gift-cards/sell"),
        new("Coupons", "/coupons"),
        new("Series of coupons", "/coupons/1"),
        new("Promo code", "/coupons/2"),
        new("New series of coupons", "/coupons/new", page => page.ClickAsync("main form button[type=submit]")),
        new("Terms of coupons", "/coupons/1/edit"),
        new("Import of coupons", "/coupons/1/import"),
        new("Campaigns filters", "/campaigns?status=running"),
        new("Campaign", "/campaigns/1"),
        new("Campaign in review", "/campaigns/2"),
        new("Campaign draft", "/campaigns/3/edit"),
        new("New campaign", "/campaigns/new?template=two-plus-one"),
        new("Conditions to choose", "/campaigns/new", page => OpenAsync(page, "[data-add=condition]", ".condition-root > .mechanic-picker")),
        new("Ready campaigns", "/campaigns/gallery"),
        new("Rules for campaigns", "/campaigns/settings"),
        new("Personal lists", "/campaigns/lists"),
        new("Personal list", "/campaigns/lists/1"),
        new("New personal list", "/campaigns/lists/new", page => page.ClickAsync("main form button[type=submit]")),
        new("Categories of goods", "/goods/categories"),
        new("Goods filters", "/goods?search=no+such+good"),
        new("Runs of a job", $"/jobs/{RecalculateTiers.JobKey}"),
        new("Changes of members", "/audit?subject=Member"),
        new("Version", "/program/versions/1"),
        new("Terms for cashiers", "/terms?for=cashiers"),
        new("Terms of a draft", "/terms?version=1&language=ru"),
        new("Edition of the terms", "/terms/editions/1"),
        new("Templates", "/program/setup"),
        new("Mix of all types", "/program/setup", ChooseAllAsync),
        new("Editor", "/program/conditions/edit"),
        new("User", $"/users/{user}"),
        new("Import", $"/imports/{import}"),
        new("Undone", $"/imports/{import}/undone"),
        new("Password", "/account/password"),
        new("Denied", "/account/denied"),
        new("Not found", "/not-found"),
        new("Correction", $"/members/{member}", page => PressAsync(page, "exposure", ".rz-dialog")),
        new("Blocking", $"/members/{member}", page => PressAsync(page, "block", ".rz-dialog")),
        new("Why", $"/members/{member}", page => OpenAsync(page, ".why-button", ".rz-dialog")),
        new("New user", "/users", page => PressAsync(page, "add", ".rz-dialog")),
        new("New key", "/api-keys", page => PressAsync(page, "add", ".rz-dialog")),
        new("Columns of members", "/members", page => OpenAsync(page, ".table-columns > button", ".table-columns-panel")),
        new("User menu", "/jobs", page => OpenAsync(page, ".user-button", ".user-menu")),
    ];

    public async Task VisitAsync(IPage page)
    {
        await page.GotoAsync(Path);
        await page.WaitForSelectorAsync("h1");
        await SettleAsync(page);
        if (Open is not null)
        {
            await Open(page);
            await SettleAsync(page);
        }
    }

    /// <summary>Nothing is awaited from the server any more, by the look of the page.</summary>
    private static async Task SettleAsync(IPage page)
    {
        await page.WaitForFunctionAsync("document.querySelector('.skeleton, .late') === null && (document.querySelector('main') === null || document.querySelector('main').innerText.length > 0)");
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(a => a.effect?.getComputedTiming().endTime !== Infinity).map(a => a.finished.catch(() => null)))");
    }

    private static async Task ChooseAllAsync(IPage page)
    {
        foreach (var kind in await page.Locator("main input[data-kind]").AllAsync())
        {
            await kind.CheckAsync();
        }

        await page.WaitForSelectorAsync(".setup-receipts");
    }

    private static Task PressAsync(IPage page, string icon, string opened) => OpenAsync(page, $"main button:has(i.rzi:text-is('{icon}'))", opened);

    private static async Task OpenAsync(IPage page, string what, string opened)
    {
        await page.Locator(what).First.ClickAsync();
        await page.Locator(opened).First.WaitForAsync();
    }
}
