using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class GiftCardOrdersApiTests : IAsyncLifetime
{
    private const string Orders = "/api/v1/gift-card-orders";
    private const string Secret = "a secret of the partner and us";
    private static readonly Actor Staff = Actor.System("test");
    private DeliveryListener partner = null!;
    private GiftCardShop shop = null!;

    public async Task InitializeAsync()
    {
        partner = DeliveryListener.Open();
        shop = await GiftCardShop.OpenAsync((DeliveryPartners.PrivateSetting, "true"), ("Jobs:Enabled", "false"));
        Assert.Null(await shop.Host.Get<DeliveryPartners>().SaveAsync(Staff, partner.Address, Secret, default));
    }

    public async Task DisposeAsync()
    {
        await shop.DisposeAsync();
        await partner.DisposeAsync();
    }

    [Fact]
    public async Task A_parcel_goes_from_the_order_to_the_receiver_and_each_step_is_told()
    {
        var placed = await shop.PostAsync(Orders, Parcel("o-1", count: 2, paid: true));
        Assert.Equal(("paid", 2), ((string)placed["status"]!, placed["codes"]!.AsArray().Count));

        Assert.Equal(1, (await SendAsync()).Sent);
        Assert.Equal(0, (await SendAsync()).Sent);

        var call = Assert.Single(partner.Calls);
        Assert.True(DeliverySignature.IsRight(Secret, call.Time, call.Body, call.Signature, shop.Host.Clock.UtcNow));
        Assert.DoesNotContain((string)placed["codes"]![0]!, call.Body, StringComparison.Ordinal);
        Assert.Equal(("handedOver", "TRK-1"), await StateAsync(placed));
        Assert.Equal(HttpStatusCode.OK, (await TellAsync(placed, "onTheWay")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await TellAsync(placed, "delivered")).StatusCode);
        Assert.Equal(("delivered", "TRK-1"), await StateAsync(placed));

        // Told again, or late, it changes nothing.
        var late = await ApiHost.ReadAsync(await TellAsync(placed, "onTheWay"));
        Assert.False((bool)late["changed"]!);
        Assert.Equal(("delivered", "TRK-1"), await StateAsync(placed));
        var details = await shop.Host.Get<GiftCardOrderQueries>().DetailsAsync(Staff, (long)placed["id"]!, default);
        Assert.Equal(5, details!.Steps.Count);
        Assert.Equal(100_000, (await shop.ProvedAsync()).Sold);
    }

    [Fact]
    public async Task News_without_the_right_signature_or_of_another_time_or_order_are_not_heard()
    {
        var one = await shop.PostAsync(Orders, Parcel("o-1", paid: true));
        var other = await shop.PostAsync(Orders, Parcel("o-2", paid: true));
        var now = shop.Host.Clock.UtcNow;

        Assert.Equal(HttpStatusCode.Unauthorized, (await TellAsync(one, "delivered", secret: "another secret altogether")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TellAsync(one, "delivered", at: now.AddMinutes(-6))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TellAsync(one, "delivered", at: now.AddMinutes(6))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await TellAsync(one, "delivered", to: (long)other["id"]!)).StatusCode);
        await ProblemAssert.IsAsync(await TellAsync(one, "paid"), HttpStatusCode.BadRequest, "GiftCards.OrderStatusInvalid");
        Assert.Equal("paid", (await StateAsync(one)).Status);
        Assert.Equal("paid", (await StateAsync(other)).Status);
    }

    [Fact]
    public async Task A_partner_that_is_down_is_told_again_under_the_same_key_and_at_last_given_up()
    {
        var placed = await shop.PostAsync(Orders, Parcel("o-1", paid: true));
        partner.Answer = HttpStatusCode.ServiceUnavailable;

        Assert.Equal(1, (await SendAsync()).Failed);
        Assert.Equal(0, (await SendAsync()).Failed);
        for (var attempt = 2; attempt <= DeliveryMessage.MostAttempts; attempt++)
        {
            shop.Host.Clock.Advance(TimeSpan.FromHours(7));
            Assert.Equal(attempt == DeliveryMessage.MostAttempts ? 1 : 0, (await SendAsync()).GivenUp);
        }

        Assert.Single(partner.Calls.Select(c => c.Key).Distinct());
        Assert.Equal(DeliveryMessage.MostAttempts, partner.Calls.Count);
        Assert.Equal(1, (await shop.Host.Get<GiftCardOrderQueries>().ListAsync(Staff, new GiftCardOrderFilter(), true, new LoyaltyAdmin.Platform.PageRequest(0, 10), default)).Stuck);

        partner.Answer = HttpStatusCode.OK;
        Assert.Null(await shop.Host.Get<FollowGiftCardOrder>().TellAgainAsync(Staff, (long)placed["id"]!, default));
        Assert.Equal(1, (await SendAsync()).Sent);
        Assert.Equal("handedOver", (await StateAsync(placed)).Status);
    }

    [Fact]
    public async Task A_fall_between_telling_and_noting_tells_again_under_the_same_key()
    {
        await shop.PostAsync(Orders, Parcel("o-1", paid: true));
        await SendAsync();
        await using (var db = shop.Host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext())
        {
            var now = shop.Host.Clock.UtcNow.AddMinutes(2);
            await db.DeliveryMessages.ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, (DateTime?)null).SetProperty(m => m.NextAt, now));
        }

        Assert.Equal(0, (await SendAsync()).Sent);
        shop.Host.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, (await SendAsync()).Sent);
        Assert.Single(partner.Calls.Select(c => c.Key).Distinct());
        Assert.Equal(2, partner.Calls.Count);
    }

    [Fact]
    public async Task The_same_order_again_is_the_same_paid_once_and_another_under_its_name_is_a_conflict()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shop.PostAsync(Orders, Parcel("o-1", count: 2, paid: true))));
        Assert.Single(answers.Select(a => (long)a["id"]!).Distinct());
        Assert.Equal(100_000, (await shop.ProvedAsync()).Sold);

        await ProblemAssert.IsAsync(await shop.Till.PostAsync(Orders, ApiHost.Json(Parcel("o-1", count: 3))), HttpStatusCode.Conflict, "GiftCards.PayloadConflict");
        var unpaid = await shop.PostAsync(Orders, Parcel("o-2"));
        Assert.Equal("new", (string)unpaid["status"]!);
        Assert.Equal("paid", (string)(await shop.PostAsync(Orders, Parcel("o-2", paid: true)))["status"]!);
    }

    [Fact]
    public async Task Virtual_cards_are_ready_once_paid_and_a_cancelled_order_disables_what_is_left()
    {
        var placed = await shop.PostAsync(Orders, new JsonObject { ["orderId"] = "v-1", ["series"] = shop.Virtual, ["buyer"] = "Ivan", ["buyerContact"] = "ivan@example.com", ["paid"] = true });
        Assert.Equal("ready", (string)placed["status"]!);

        var cancelled = await shop.Host.Get<CancelGiftCardOrder>().ExecuteAsync(Staff, (long)placed["id"]!, "the buyer thought better", default);
        Assert.Equal(1_000m, cancelled.Value.Amount);
        Assert.Equal(100_000, (await shop.ProvedAsync()).Disabled);
        Assert.Equal("GiftCards.OrderCancelledConflict", (await shop.Host.Get<PayGiftCardOrder>().ExecuteAsync(Staff, (long)placed["id"]!, default))!.Code);
    }

    [Fact]
    public async Task A_parcel_needs_an_address_and_a_stock_to_take_cards_from()
    {
        var nowhere = Parcel("o-1");
        nowhere.Remove("address");
        await ProblemAssert.IsAsync(await shop.Till.PostAsync(Orders, ApiHost.Json(nowhere)), HttpStatusCode.BadRequest, "GiftCards.FieldMissing");
        await ProblemAssert.IsAsync(await shop.Till.PostAsync(Orders, ApiHost.Json(Parcel("o-1", count: 6, paid: true))), HttpStatusCode.UnprocessableEntity, "GiftCards.NoStock");
    }

    [Fact]
    public async Task The_report_tells_what_was_sold_spent_and_left_by_whatever_one_asks()
    {
        var code = await shop.SoldAsync(1_000m);
        await shop.PostAsync("/api/v1/receipts", shop.Paying("goods", 400m, code));
        await shop.PostAsync("/api/v1/gift-cards", new JsonObject { ["operationId"] = "w", ["series"] = shop.Virtual, ["channel"] = "web" });
        var sales = shop.Host.Get<GiftCardSales>();

        foreach (var by in Enum.GetValues<GiftCardSalesBy>())
        {
            var rows = await sales.ReadAsync(Staff, new GiftCardSalesFilter { By = by }, default);
            Assert.Equal((2, 200_000L, 40_000L, 160_000L), (rows.Sum(r => r.Sold), rows.Sum(r => r.Nominal), rows.Sum(r => r.Redeemed), rows.Sum(r => r.Remaining)));
        }

        var stores = await sales.ReadAsync(Staff, new GiftCardSalesFilter { By = GiftCardSalesBy.Store }, default);
        Assert.Equal(new GiftCardSalesRow("Arbat", 1, 100_000, 40_000, 60_000), stores.Single(r => r.Name == "Arbat"));
        Assert.Empty(await sales.ReadAsync(Staff, new GiftCardSalesFilter { From = new DateOnly(2026, 4, 1) }, default));
    }

    [Fact]
    public async Task A_partner_in_the_own_network_or_without_https_is_refused_and_the_secret_lies_protected()
    {
        await using var strict = await GiftCardShop.OpenAsync();
        var partners = strict.Host.Get<DeliveryPartners>();

        Assert.Equal("GiftCards.AddressNotHttps", (await partners.SaveAsync(Staff, "http://partner.example/in", Secret, default))!.Code);
        Assert.Equal("GiftCards.AddressPrivate", (await partners.SaveAsync(Staff, "https://10.0.0.5/in", Secret, default))!.Code);
        Assert.Equal("GiftCards.AddressPrivate", (await partners.SaveAsync(Staff, "https://[::1]/in", Secret, default))!.Code);
        Assert.Equal("GiftCards.AddressPrivate", (await partners.SaveAsync(Staff, "https://localhost/in", Secret, default))!.Code);
        Assert.Equal("GiftCards.SecretTooShort", (await partners.SaveAsync(Staff, "https://partner.example/in", "short", default))!.Code);
        Assert.Null(await partners.SaveAsync(Staff, "https://partner.example/in", Secret, default));
        await using var db = strict.Host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();
        Assert.DoesNotContain(Secret, (await db.DeliveryPartners.SingleAsync()).Secret, StringComparison.Ordinal);
        Assert.DoesNotContain(await db.AuditEntries.ToListAsync(), entry => $"{entry.Before}{entry.After}".Contains(Secret, StringComparison.Ordinal));
    }

    private JsonObject Parcel(string key, int count = 1, bool paid = false) => new()
    {
        ["orderId"] = key,
        ["series"] = shop.Plastic,
        ["amount"] = 500,
        ["count"] = count,
        ["buyer"] = "Ivan Petrov",
        ["buyerContact"] = "+79161234567",
        ["recipient"] = "Anna Petrova",
        ["recipientPhone"] = "+79167654321",
        ["address"] = "Moscow, Arbat 1",
        ["paid"] = paid,
    };

    private Task<SendDeliveries.Outcome> SendAsync() => shop.Host.Get<SendDeliveries>().ExecuteAsync(Staff, default);

    private async Task<(string Status, string? Tracking)> StateAsync(JsonObject order)
    {
        var found = await ApiHost.ReadAsync(await shop.Till.GetAsync($"{Orders}/{order["id"]}"));
        return ((string)found["status"]!, (string?)found["tracking"]);
    }

    private async Task<HttpResponseMessage> TellAsync(JsonObject order, string status, string secret = Secret, DateTime? at = null, long? to = null)
    {
        var body = new JsonObject { ["id"] = (long)order["id"]!, ["status"] = status }.ToJsonString();
        var time = DeliverySignature.TimeOf(at ?? shop.Host.Clock.UtcNow);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Orders}/{to ?? (long)order["id"]!}/delivery") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(DeliverySignature.TimeHeader, time);
        request.Headers.Add(DeliverySignature.Header, DeliverySignature.Of(secret, time, body));
        return await shop.Host.Caller(key: null).SendAsync(request);
    }
}
