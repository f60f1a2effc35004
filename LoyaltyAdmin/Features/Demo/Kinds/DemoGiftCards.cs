using System.Globalization;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Features.Demo.Plan;
using LoyaltyAdmin.Features.GiftCards;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Demo.Kinds;

/// <summary>Gift cards: virtual ones that are sold one by one and partly spent, and three orders, one of them delivered.</summary>
internal sealed class DemoGiftCards(DemoStage stage)
{
    private const int Stock = 12;
    private static readonly string[] Channels = ["site", "app"];

    /// <summary>The cards that pay sales of the plan, by the names of the sales.</summary>
    public async Task<IReadOnlyDictionary<string, GiftCardPayment>> MakeAsync(CancellationToken ct)
    {
        var (online, plastic) = await SeriesAsync(ct);
        var sell = stage.Make<SellGiftCard>(stage.Clock);
        var codes = new List<string>();
        foreach (var (i, at) in stage.Plan.Cast.GiftCards.Index())
        {
            stage.At(at);
            var sale = new GiftCardSale
            {
                OperationId = string.Create(CultureInfo.InvariantCulture, $"demo-gift-{i + 1}"),
                SeriesId = online,
                Channel = Channels[i % Channels.Length],
                Words = i % 2 == 0 ? stage.Say("Happy birthday!", "С днём рождения!") : "",
            };
            codes.Add((await sell.ExecuteAsync(DemoStage.Demo, sale, ct)).Value.Card.Code);
        }

        await OrdersAsync(online, plastic, sell, ct);
        return stage.Plan.Cast.ByGiftCard.ToDictionary(p => p.Key, p => new GiftCardPayment(codes[p.Value], null, null));
    }

    private async Task OrdersAsync(long online, long plastic, SellGiftCard sell, CancellationToken ct)
    {
        var change = stage.Make<GiftCardOrderChange>(stage.Clock);
        var place = stage.Make<PlaceGiftCardOrder>(stage.Make<PayGiftCardOrder>(sell, change, stage.Clock), change, stage.Clock);
        var follow = stage.Make<FollowGiftCardOrder>(change, stage.Clock);
        var order = new GiftCardOrderPlan
        {
            Key = "demo-order-1",
            SeriesId = plastic,
            Count = 5,
            Buyer = stage.Say("Thistle Ltd.", "ООО «Чертополох»"),
            BuyerContact = "office@example.com",
            Recipient = stage.Say("Ivy Teapotley", "Нина Чайникова"),
            RecipientPhone = "+70009990001",
            Address = stage.Say("4 Linden Street", "Липовая улица, 4"),
            Channel = "site",
            IsPaid = true,
        };
        stage.At(Ago(9));
        var placed = await place.ExecuteAsync(DemoStage.Demo, order, ct);
        if (stage.Done(placed.Rejection))
        {
            (GiftCardOrderStatus Status, int DaysAgo)[] steps = [(GiftCardOrderStatus.HandedOver, 8), (GiftCardOrderStatus.OnTheWay, 7), (GiftCardOrderStatus.Delivered, 5)];
            foreach (var (status, days) in steps)
            {
                stage.At(Ago(days));
                stage.Done((await follow.ReportAsync(DemoStage.Demo.Name, placed.Value.Id, status, "DEMO-1", "", ct)).Rejection);
            }
        }

        stage.At(Ago(4));
        stage.Done((await place.ExecuteAsync(DemoStage.Demo, order with { Key = "demo-order-2", SeriesId = online, Count = 3 }, ct)).Rejection);
        stage.At(Ago(1));
        stage.Done((await place.ExecuteAsync(
            DemoStage.Demo, order with { Key = "demo-order-3", Count = 2, Buyer = stage.Say("Oscar Pebbleford", "Лев Облаков"), IsPaid = false }, ct)).Rejection);

        DateTime Ago(int days) => DemoCast.Daytime(stage.EndsAt.AddDays(-days), days);
    }

    private async Task<(long Online, long Plastic)> SeriesAsync(CancellationToken ct)
    {
        await using var db = await stage.OpenAsync(ct);
        var known = await db.GiftCardSeries.Where(s => s.CreatedBy == DemoStage.Demo.Name).Select(s => new { s.Id, s.IsVirtual }).ToListAsync(ct);
        stage.At(stage.Plan.BeginsAt);
        return (
            known.Find(s => s.IsVirtual)?.Id ?? await NewAsync(new() { Name = stage.Say("By e-mail", "Электронная"), Prefix = "7000", Nominal = stage.Price(3_000), IsVirtual = true }, GiftCardPicture.Ribbon, 1, ct),
            known.Find(s => !s.IsVirtual)?.Id ?? await NewAsync(new() { Name = stage.Say("In an envelope", "В конверте"), Prefix = "7001", Nominal = stage.Price(5_000), Count = Stock }, GiftCardPicture.Ribbon, 2, ct));
    }

    private async Task<long> NewAsync(GiftCardSeriesPlan wanted, GiftCardPicture picture, int colour, CancellationToken ct)
    {
        var look = new SaveGiftCardDesign.Wanted(wanted.Name, picture, GiftCardDesign.Colours[colour], stage.Say("In every store and online", "Во всех магазинах и онлайн"));
        var design = (await stage.Make<SaveGiftCardDesign>().ExecuteAsync(DemoStage.Demo, null, look, ct)).Value;
        return (await stage.Make<CreateGiftCardSeries>(stage.Clock).ExecuteAsync(DemoStage.Demo, wanted with { DesignId = design, TermMonths = 12 }, ct)).Value;
    }
}
