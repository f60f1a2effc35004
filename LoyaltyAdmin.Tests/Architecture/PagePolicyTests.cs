using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Tests.Architecture;

public sealed class PagePolicyTests
{
    /// <summary>Pages without a permission of their own: the doors, and what everyone who is signed in may see.</summary>
    private static readonly string[] Free =
        ["/account/sign-in", "/account/denied", "/account/error", "/account/password", "/not-found"];

    [Fact]
    public void Every_page_asks_for_a_permission()
    {
        var open = from page in Pages
                   from route in page.Routes
                   where !Free.Contains(route) && !page.Policies.Any(policy => Enum.TryParse<Permission>(policy, out _))
                   select route;

        Assert.Empty(open);
    }

    [Fact]
    public void Only_the_doors_are_open_to_everyone() =>
        Assert.Equal(
            ["/account/denied", "/account/error", "/account/sign-in"],
            Pages.Where(page => page.Anonymous).SelectMany(page => page.Routes).Order());

    private static IEnumerable<(string[] Routes, string?[] Policies, bool Anonymous)> Pages =>
        typeof(Program).Assembly.GetTypes()
            .Select(type => (
                type.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>().Select(route => route.Template).ToArray(),
                type.GetCustomAttributes(typeof(AuthorizeAttribute), true).Cast<AuthorizeAttribute>().Select(a => a.Policy).ToArray(),
                type.IsDefined(typeof(AllowAnonymousAttribute), true)))
            .Where(page => page.Item1.Length > 0);
}
