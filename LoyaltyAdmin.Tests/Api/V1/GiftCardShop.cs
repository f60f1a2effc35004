using System.Net;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Tests.Api.V1;

/// <summary>A portal with a design, a plastic series of any amount, a virtual one of 1,000, and a till to sell and spend at.</summary>
public sealed class GiftCardShop : IAsyncDisposable
{
    private static readonly Actor Staff = Actor.System("test");

    private GiftCardShop(ApiHost host) => (Host, Till) = (host, host.Caller());

    public ApiHost Host { get; }

    public HttpClient Till { get; }

    public long Plastic { get; private set; }

    public long Virtual { get; private set; }

    /// <summary>A running shop; settings beside the usual ones can be given.</summary>
    public static async Task<GiftCardShop> OpenAsync(params (string Name, string Value)[] settings)
    {
        var shop = new GiftCardShop(await ApiHost.StartAsync(settings));
        var design = (await shop.Host.Get<SaveGiftCardDesign>().ExecuteAsync(
            Staff, null, new SaveGiftCardDesign.Wanted("Ribbon", GiftCardPicture.Ribbon, GiftCardDesign.Colours[0], ""), default)).Value;
        shop.Plastic = await shop.SeriesAsync(new GiftCardSeriesPlan { Name = "Plastic", DesignId = design, Prefix = "55", Minimum = 100, Maximum = 10_000, Count = 5 });
        shop.Virtual = await shop.SeriesAsync(new GiftCardSeriesPlan { Name = "Virtual", DesignId = design, Prefix = "66", Nominal = 1_000, IsVirtual = true, HasPin = true });
        return shop;
    }

    public async Task<long> SeriesAsync(GiftCardSeriesPlan plan) => (await Host.Get<CreateGiftCardSeries>().ExecuteAsync(Staff, plan, default)).Value;

    /// <summary>Codes of plastic cards.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync()
    {
        var codes = new List<string>();
        await foreach (var row in Host.Get<GiftCardListQueries>().StreamAsync(Staff, new GiftCardFilter { SeriesId = Plastic }, GiftCardSort.Latest, false, default))
        {
            codes.Add(row.Code);
        }

        return codes;
    }

    /// <summary>A receipt that sells a plastic card.</summary>
    public JsonObject Selling(string key, string code, decimal amount)
    {
        var receipt = Host.Receipt(key, amount);
        var line = receipt["lines"]![0]!.AsObject();
        (line["sku"], line["giftCard"]) = ("GIFT", code);
        return receipt;
    }

    /// <summary>A receipt of goods that a card pays; as much as it can where no amount is named.</summary>
    public JsonObject Paying(string key, decimal price, string code, decimal? amount = null, string? member = null, decimal? redeem = null)
    {
        var receipt = Host.Receipt(key, price, member, redeem);
        receipt["giftCards"] = new JsonArray(new JsonObject { ["code"] = code, ["amount"] = amount });
        return receipt;
    }

    /// <summary>Sells a plastic card over the till.</summary>
    public async Task<string> SoldAsync(decimal amount, string key = "sale")
    {
        var code = (await CodesAsync())[0];
        await PostAsync("/api/v1/receipts", Selling(key, code, amount));
        return code;
    }

    /// <summary>Posts what must succeed.</summary>
    public async Task<JsonObject> PostAsync(string path, JsonNode body)
    {
        var answer = await Till.PostAsync(path, ApiHost.Json(body));
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await ApiHost.ReadAsync(answer);
    }

    public Task<JsonObject> ReturnAsync(string receipt, string key, int line = 1, decimal quantity = 1) => PostAsync(
        $"/api/v1/receipts/{receipt}/returns",
        new JsonObject
        {
            ["returnId"] = key,
            ["occurredAt"] = Host.Clock.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["lines"] = new JsonArray(new JsonObject { ["line"] = line, ["quantity"] = quantity }),
        });

    public Task<JsonObject> LookUpAsync(string code, string? pin = null) =>
        PostAsync("/api/v1/gift-cards/lookup", new JsonObject { ["code"] = code, ["pin"] = pin });

    /// <summary>The money of all cards adds up.</summary>
    public async Task<GiftCardTotals> ProvedAsync()
    {
        var proof = await Host.Get<GiftCardProof>().ExecuteAsync(Staff, default);
        Assert.True(proof.Balanced);
        return proof.Totals;
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}
