using LoyaltyAdmin.Domain.Programs.Setup;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Stories;

/// <summary>What each type of program promises, played through at the till: join, purchase, benefit, return, and what the type alone brings.</summary>
internal static class TemplateStories
{
    private static readonly Actor System = Actor.System("test");

    public static Task PlayAsync(TemplateShop shop, ProgramKind kind) => kind switch
    {
        ProgramKind.Discount => DiscountAsync(shop),
        ProgramKind.Bonus => BonusAsync(shop),
        ProgramKind.Cumulative => CumulativeAsync(shop),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No story is told of this type."),
    };

    private static async Task DiscountAsync(TemplateShop shop)
    {
        await shop.JoinAsync("anna");

        var receipt = await shop.BuyAsync("anna", 1_000m);
        Assert.Equal((50m, 950m, 0m), ((decimal)receipt["discount"]!, (decimal)receipt["toPay"]!, (decimal)receipt["accrued"]!));

        var back = await shop.ReturnAsync(receipt);
        Assert.Equal(950m, (decimal)back["refund"]!);
    }

    private static async Task BonusAsync(TemplateShop shop)
    {
        var anna = await shop.JoinAsync("anna");

        var first = await shop.BuyAsync("anna", 2_000m);
        Assert.Equal((100m, 100m, 0m), ((decimal)first["accrued"]!, (decimal)first["pending"]!, (decimal)first["balance"]!));
        shop.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(100m, (decimal)(await shop.BalanceAsync(anna))["available"]!);

        var second = await shop.BuyAsync("anna", 300m, redeem: 100m);
        Assert.Equal((90m, 210m), ((decimal)second["redeemed"]!, (decimal)second["toPay"]!));
        var back = await shop.ReturnAsync(second);
        Assert.Equal((210m, 90m), ((decimal)back["refund"]!, (decimal)back["pointsRestored"]!));
        Assert.Equal(100m, (decimal)(await shop.BalanceAsync(anna))["available"]!);
    }

    private static async Task CumulativeAsync(TemplateShop shop)
    {
        var anna = await shop.JoinAsync("anna");

        var first = await shop.BuyAsync("anna", 15_000m);
        Assert.Equal(450m, (decimal)first["accrued"]!);
        var tier = await shop.GetAsync($"/members/{anna}/tier");
        Assert.Equal("Silver", (string)tier["tier"]!["name"]!);
        Assert.Equal(35_000m, (decimal)tier["neededForNext"]!);

        var second = await shop.BuyAsync("anna", 1_000m);
        Assert.Equal(50m, (decimal)second["accrued"]!);
        await shop.ReturnAsync(second);

        // Nothing more is bought: the level is kept to the end of the next period and then goes.
        shop.Clock.Advance(TimeSpan.FromDays(750));
        await shop.Services.GetRequiredService<RecalculateTiers>().ExecuteAsync(System, null, default);
        Assert.Equal("Friend", (string)(await shop.GetAsync($"/members/{anna}/tier"))["tier"]!["name"]!);
        Assert.Equal(30m, (decimal)(await shop.BuyAsync("anna", 1_000m))["accrued"]!);
    }
}
