using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace LoyaltyAdmin.Tests.Api.Problems;

public sealed class MalformedRequestsTests(SharedApiHost shared) : IClassFixture<SharedApiHost>
{
    private readonly ApiHost host = shared.Host;
    private readonly HttpClient client = shared.Host.Caller();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"receiptId\":\"a\",}")]
    [InlineData("{\"receiptId\":\"a\",\"receiptId\":\"b\"}")]
    [InlineData("{'receiptId':'a'}")]
    [InlineData("\u0000")]
    public async Task A_body_that_is_no_JSON_object_is_malformed(string body)
    {
        var response = await client.PostAsync("/api/v1/receipts", ApiHost.Json(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await ProblemAssert.IsAsync(response);
    }

    [Theory]
    [InlineData("receiptId", "null", "receiptId")]
    [InlineData("receiptId", "\"  \"", "receiptId")]
    [InlineData("receiptId", "17", "receiptId")]
    [InlineData("occurredAt", "null", "occurredAt")]
    [InlineData("occurredAt", "\"yesterday\"", "occurredAt")]
    [InlineData("occurredAt", "\"2026-02-30T10:00:00Z\"", "occurredAt")]
    [InlineData("occurredAt", "\"0001-01-01T00:00:00+14:00\"", "occurredAt")]
    [InlineData("occurredAt", "\"2026-03-12T10:00:00Z\"", "occurredAt")]
    [InlineData("occurredAt", "1700000000", "occurredAt")]
    [InlineData("lines", "null", "lines")]
    [InlineData("lines", "[]", "lines")]
    [InlineData("lines", "{}", "lines")]
    [InlineData("lines", "[null]", "lines[0]")]
    [InlineData("lines[0].sku", "null", "lines[0].sku")]
    [InlineData("lines[0].sku", "\"\"", "lines[0].sku")]
    [InlineData("lines[0].line", "1.5", "lines[0].line")]
    [InlineData("lines[0].line", "-1", "lines[0].line")]
    [InlineData("lines[0].quantity", "null", "lines[0].quantity")]
    [InlineData("lines[0].quantity", "-1", "lines[0].quantity")]
    [InlineData("lines[0].quantity", "1.2345", "lines[0].quantity")]
    [InlineData("lines[0].quantity", "1e20", "lines[0].quantity")]
    [InlineData("lines[0].quantity", "1e400", "lines[0].quantity")]
    [InlineData("lines[0].price", "\"10\"", "lines[0].price")]
    [InlineData("lines[0].price", "10.005", "lines[0].price")]
    [InlineData("lines[0].price", "-0.01", "lines[0].price")]
    [InlineData("lines[0].price", "true", "lines[0].price")]
    [InlineData("lines[0].discount", "334.01", "lines[0].discount")]
    [InlineData("lines[0].kind", "\"air\"", "lines[0].kind")]
    [InlineData("lines[0].kind", "1", "lines[0].kind")]
    [InlineData("redeemPoints", "-5", "redeemPoints")]
    [InlineData("redeemPoints", "0.5", "redeemPoints")]
    [InlineData("orderDiscount", "1000", "orderDiscount")]
    [InlineData("paidByGiftCard", "1000", "paidByGiftCard")]
    [InlineData("codes", "[null]", "codes[0]")]
    [InlineData("codes", "\"A\"", "codes")]
    [InlineData("store", "\"a\\u0000b\"", "store")]
    [InlineData("member", "true", "member")]
    [InlineData("member", "{}", "member")]
    [InlineData("member", "{\"externalId\":\"a\",\"card\":\"12345\"}", "member")]
    [InlineData("member", "{\"phone\":\"abc\"}", "member.phone")]
    [InlineData("member", "{\"email\":\"abc\"}", "member.email")]
    public async Task A_wrong_field_is_named(string field, string value, string named)
    {
        var body = host.Receipt("r-1", 334m);

        var response = await client.PostAsync("/api/v1/receipts", ApiHost.Json(With(body, field, value)));

        var problem = await ProblemAssert.IsAsync(response, HttpStatusCode.BadRequest, "Api.Invalid");
        Assert.Equal([named], problem["errors"]!.AsObject().Select(e => e.Key));
    }

    [Fact]
    public async Task All_wrong_fields_are_told_at_once()
    {
        var body = new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["price"] = -1 }) };

        var response = await client.PostAsync("/api/v1/receipts", ApiHost.Json(body));

        var problem = await ProblemAssert.IsAsync(response, HttpStatusCode.BadRequest, "Api.Invalid");
        Assert.Equal(
            ["lines[0].price", "lines[0].quantity", "lines[0].sku", "occurredAt", "receiptId"],
            problem["errors"]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_line_number_that_comes_twice_is_refused()
    {
        var body = host.Receipt("r-1", 334m);
        body["lines"]!.AsArray().Add(body["lines"]![0]!.DeepClone());

        var response = await client.PostAsync("/api/v1/receipts", ApiHost.Json(body));

        var problem = await ProblemAssert.IsAsync(response, HttpStatusCode.BadRequest, "Api.Invalid");
        Assert.NotNull(problem["errors"]!["lines[1].line"]);
    }

    [Fact]
    public async Task More_lines_than_a_receipt_can_have_are_refused()
    {
        var body = host.Receipt("r-1", 334m);
        var line = body["lines"]![0]!;
        line.AsObject().Remove("line");
        body["lines"] = new JsonArray([.. Enumerable.Range(0, 1001).Select(_ => line.DeepClone())]);

        await ProblemAssert.IsAsync(await client.PostAsync("/api/v1/receipts", ApiHost.Json(body)), HttpStatusCode.BadRequest, "Api.Invalid");
    }

    [Fact]
    public async Task Whatever_is_put_in_place_of_a_value_never_breaks_the_portal()
    {
        await host.MemberAsync("ivan");
        var valid = host.Receipt("r-1", 334m, "ivan", redeem: 10);
        valid["lines"]![0]!["name"] = "Tea";
        valid["lines"]![0]!["category"] = "Drinks";
        valid["lines"]![0]!["discount"] = 1.5;
        valid["lines"]![0]!["kind"] = "goods";
        valid["codes"] = new JsonArray("SPRING");
        string[] values =
        [
            "null", "true", "0", "-1", "12.345", "1e400", "-1e400", "1e-400", "99999999999999999999999", "9223372036854775807",
            "\"text\"", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "[[]]", "{}", "[null]", "\"" + new string('я', 5000) + "\"",
            "\"2026-03-10T10:00:00Z\"", "\"9999-12-31T23:59:59-14:00\"", "{\"id\":\"x\"}", "{\"phone\":1}", "{\"card\":\"---\"}",
        ];

        foreach (var address in (string[])["/api/v1/receipts", "/api/v1/receipts/quote", "/api/v1/receipts/r-1/returns"])
        {
            foreach (var field in Fields(valid, ""))
            {
                foreach (var value in values)
                {
                    var response = await client.PostAsync(address, ApiHost.Json(With(valid, field, value)));
                    Assert.True((int)response.StatusCode < 500, $"{address}: {field} = {value} broke it");
                    if (!response.IsSuccessStatusCode)
                    {
                        await ProblemAssert.IsAsync(response);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=nothing")]
    public async Task A_body_of_another_type_is_refused(string type)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(host.Receipt("r", 1).ToJsonString()));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var response = await client.PostAsync("/api/v1/receipts", body);

        await ProblemAssert.IsAsync(response, HttpStatusCode.UnsupportedMediaType, "Api.UnsupportedMediaType");
    }

    [Fact]
    public async Task A_body_above_the_limit_is_refused_unread()
    {
        var body = host.Receipt("r", 1);
        body["store"] = new string('x', 5 * 1024 * 1024);

        var response = await client.PostAsync("/api/v1/receipts", ApiHost.Json(body));

        await ProblemAssert.IsAsync(response, HttpStatusCode.RequestEntityTooLarge, "Api.TooLarge");
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api")]
    [InlineData("/api/v2/receipts")]
    public async Task An_unknown_address_is_a_problem_and_not_a_page(string address) =>
        await ProblemAssert.IsAsync(await client.GetAsync(address), HttpStatusCode.NotFound, "Api.NotFound");

    [Fact]
    public async Task A_wrong_method_is_a_problem() =>
        await ProblemAssert.IsAsync(await client.DeleteAsync("/api/v1/receipts"), HttpStatusCode.MethodNotAllowed, "Api.MethodNotAllowed");

    private static IEnumerable<string> Fields(JsonNode node, string place) => node switch
    {
        JsonObject fields => fields.SelectMany(f => (string[])[Join(place, f.Key), .. f.Value is null ? [] : Fields(f.Value, Join(place, f.Key))]),
        JsonArray items => items.SelectMany((item, i) => (string[])[$"{place}[{i}]", .. Fields(item!, $"{place}[{i}]")]),
        _ => [],
    };

    private static string Join(string place, string field) => place.Length == 0 ? field : $"{place}.{field}";

    /// <summary>The body's text with the value in the field's place; some values are no JSON that a node could hold.</summary>
    private static string With(JsonObject body, string field, string value)
    {
        const string Mark = "put-the-value-here";
        var copy = body.DeepClone().AsObject();
        JsonNode node = copy;
        var steps = field.Replace("]", "", StringComparison.Ordinal).Split('.', '[');
        foreach (var step in steps[..^1])
        {
            node = int.TryParse(step, out var i) ? node[i]! : node[step]!;
        }

        if (int.TryParse(steps[^1], out var index))
        {
            node[index] = Mark;
        }
        else
        {
            node[steps[^1]] = Mark;
        }

        return copy.ToJsonString().Replace($"\"{Mark}\"", value, StringComparison.Ordinal);
    }
}
