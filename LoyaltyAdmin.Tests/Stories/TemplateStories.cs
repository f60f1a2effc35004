using System.Text.Json.Nodes;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Programs.Setup;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;
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
        ProgramKind.Subscription => SubscriptionAsync(shop),
        ProgramKind.Club => ClubAsync(shop),
        ProgramKind.Partner => PartnerAsync(shop),
        ProgramKind.Referral => ReferralAsync(shop),
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

    private static async Task SubscriptionAsync(TemplateShop shop)
    {
        var anna = await shop.JoinAsync("anna");
        Assert.Equal(0m, await EarnedAsync());
        var begun = await shop.PostAsync($"/members/{anna}/subscriptions", new JsonObject { ["operationId"] = "s1", ["plan"] = "plan", ["trial"] = true });
        Assert.Equal("trial", (string)begun["state"]!);

        var receipt = await shop.BuyAsync("anna", 1_000m);
        Assert.Equal(100m, (decimal)receipt["accrued"]!);
        Assert.Equal(100m, (decimal)(await shop.ReturnAsync(receipt))["accrualReversed"]!);

        // Renewed once, and then paid no more: the benefits go on for the days of grace and end.
        await PayAsync("p1");
        shop.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(100m, await EarnedAsync());
        shop.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(("pastDue", 100m), (await StateAsync(), await EarnedAsync()));
        shop.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(("lapsed", 0m), (await StateAsync(), await EarnedAsync()));
        await PayAsync("p2");
        Assert.Equal(("active", 100m), (await StateAsync(), await EarnedAsync()));

        Task PayAsync(string operation) => shop.PostAsync($"/subscriptions/{begun["id"]}/payments", new JsonObject { ["operationId"] = operation, ["amount"] = 199 });

        async Task<string> StateAsync() => (string)(await shop.GetAsync($"/subscriptions/{begun["id"]}"))["state"]!;

        async Task<decimal> EarnedAsync() => (decimal)(await shop.BuyAsync("anna", 1_000m))["accrued"]!;
    }

    private static async Task ClubAsync(TemplateShop shop)
    {
        var (anna, boris) = (await shop.JoinAsync("anna"), await shop.JoinAsync("boris"));
        var club = (await shop.Services.GetRequiredService<ClubQueries>().OverviewAsync(System, default)).Single().Club.Id;
        var invitation = (await shop.Services.GetRequiredService<InviteMembers>().ExecuteAsync(System, club, anna, default)).Value;
        await shop.PostAsync("/clubs/invitations/accept", new JsonObject { ["code"] = invitation.Code });

        var receipt = await shop.BuyAsync("anna", 1_000m);
        Assert.Equal((900m, 1_000m), ((decimal)receipt["toPay"]!, (decimal)(await shop.BuyAsync("boris", 1_000m))["toPay"]!));
        Assert.Equal(900m, (decimal)(await shop.ReturnAsync(receipt))["refund"]!);

        // Who is not in it hears nothing of it; who buys for enough gets in without being asked.
        Assert.Empty((await shop.GetAsync($"/members/{boris}/clubs"))["items"]!.AsArray());
        await shop.BuyAsync("boris", 100_000m);
        await shop.Services.GetRequiredService<ReviewClubs>().ExecuteAsync(System, null, default);
        Assert.Equal(900m, (decimal)(await shop.BuyAsync("boris", 1_000m))["toPay"]!);
    }

    private static async Task PartnerAsync(TemplateShop shop)
    {
        var anna = await shop.JoinAsync("anna");
        var partner = (await shop.Services.GetRequiredService<PartnerQueries>().ListAsync(System, new PartnerFilter(), default)).Single().Partner.Id;
        var key = (await shop.Services.GetRequiredService<CreateApiKey>().ExecuteAsync(System, "its tills", [ApiScope.ReceiptsRead, ApiScope.ReceiptsWrite], default, partner)).Value;
        using var till = shop.WithKey(key.Secret);

        Assert.Equal(0m, (decimal)(await shop.BuyAsync("anna", 1_000m))["accrued"]!);
        Assert.Equal(30m, (decimal)(await shop.BuyAsync("anna", 1_000m, till: till))["accrued"]!);
        Assert.Equal(15m, (decimal)(await shop.ReturnAsync(await shop.BuyAsync("anna", 500m, till: till), till))["accrualReversed"]!);
        shop.Clock.Advance(TimeSpan.FromDays(15));

        // Earned there, spent here and there (what is paid in money earns 2 more): one balance, and a statement that says who owes whom.
        Assert.Equal(20m, (decimal)(await shop.BuyAsync("anna", 100m, redeem: 20m))["redeemed"]!);
        Assert.Equal(10m, (decimal)(await shop.BuyAsync("anna", 100m, redeem: 10m, till: till))["redeemed"]!);
        Assert.Equal(0m, (decimal)(await shop.BalanceAsync(anna))["available"]!);
        shop.Clock.Advance(TimeSpan.FromDays(1));
        var today = DateOnly.FromDateTime(shop.Clock.UtcNow);
        var statement = (await shop.Services.GetRequiredService<DraftSettlement>().ExecuteAsync(System, partner, today.AddDays(-30), today, default)).Value;
        Assert.Null((await shop.Services.GetRequiredService<CloseSettlement>().ExecuteAsync(System, statement, default)).Rejection);
        await using var db = await shop.Services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().CreateDbContextAsync();
        var lines = await db.SettlementLines.Where(l => l.SettlementId == statement).ToListAsync();
        Assert.Equal((47_00L, 15_00L, 10_00L), (lines.Sum(l => l.IssuedMoney.Minor), lines.Sum(l => l.ReversedMoney.Minor), lines.Sum(l => l.RedeemedMoney.Minor)));
    }

    private static async Task ReferralAsync(TemplateShop shop)
    {
        var anna = await shop.JoinAsync("anna");
        var code = (string)(await shop.GetAsync($"/members/{anna}/referral"))["code"]!;
        var (boris, vera) = (await shop.JoinAsync("boris", referralCode: code), await shop.JoinAsync("vera", referralCode: code));

        await shop.BuyAsync("boris", 1_500m);
        await shop.ReturnAsync(await shop.BuyAsync("vera", 1_500m));
        await SettleAsync();
        Assert.Equal((1, 0), ((int)(await OfAnnaAsync())["waiting"]!, (int)(await OfAnnaAsync())["rewarded"]!));
        shop.Clock.Advance(TimeSpan.FromDays(15));
        await SettleAsync();
        await SettleAsync();

        // One friend kept what was bought: both are rewarded, once; the other brought it back.
        Assert.Equal((1, 300m), ((int)(await OfAnnaAsync())["rewarded"]!, (decimal)(await OfAnnaAsync())["earned"]!));
        Assert.Equal((300m, 300m, 0m), (await PointsAsync(anna), await PointsAsync(boris), await PointsAsync(vera)));

        Task SettleAsync() => shop.Services.GetRequiredService<SettleReferrals>().ExecuteAsync(System, null, default);

        Task<JsonObject> OfAnnaAsync() => shop.GetAsync($"/members/{anna}/referral");

        async Task<decimal> PointsAsync(long member)
        {
            var balance = await shop.BalanceAsync(member);
            return (decimal)balance["available"]! + (decimal)balance["pending"]!;
        }
    }
}
