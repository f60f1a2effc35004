using Bunit;
using LoyaltyAdmin.Features.Cards;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Shell;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Tests.Shell;

public sealed class HeadingFocusTests : BunitContext
{
    [Fact]
    public void A_page_that_is_opened_is_told_once_and_another_address_of_it_is_not()
    {
        var focus = JSInterop.SetupVoid("focusHeading").SetVoidResult();
        var frame = Render<HeadingFocus>(p => p.Add(f => f.Route, RouteOf<MembersPage>()));
        frame.Render(p => p.Add(f => f.Route, RouteOf<MembersPage>()));

        Assert.Single(focus.Invocations);

        frame.Render(p => p.Add(f => f.Route, RouteOf<CardsPage>()));

        Assert.Equal(2, focus.Invocations.Count);
    }

    private static RouteData RouteOf<TPage>()
        where TPage : IComponent => new(typeof(TPage), new Dictionary<string, object?>());
}
