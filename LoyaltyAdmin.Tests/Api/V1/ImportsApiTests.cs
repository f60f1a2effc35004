using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class ImportsApiTests(SharedApiHost shared) : IClassFixture<SharedApiHost>
{
    private const string Imports = "/api/v1/imports";
    private readonly HttpClient client = shared.Host.Caller();

    [Fact]
    public async Task A_file_of_receipts_is_taken_in_and_what_was_wrong_can_be_fetched()
    {
        var id = await StartAsync("receipts&registerUnknown=true", "receiptId,occurredAt,member,price\nk-1,2026-03-01,petr,100.00\nk-2,never,petr,5\n");

        var import = await FinishedAsync(id);

        Assert.Equal("done", (string?)import["status"]);
        Assert.Equal((2, 1, 1), ((int)import["rows"]!, (int)import["accepted"]!, (int)import["rejected"]!));
        var errors = await client.GetAsync((string)import["errorsUrl"]!);
        Assert.Equal("text/csv", errors.Content.Headers.ContentType?.MediaType);
        Assert.Contains("k-2", await errors.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var receipt = await ApiHost.ReadAsync(await client.GetAsync("/api/v1/receipts/k-1"));
        Assert.Equal(5m, (decimal)receipt["accrued"]!);
    }

    [Fact]
    public async Task A_file_above_the_limit_of_other_bodies_is_taken()
    {
        var row = $",2026-03-01,100.00,{new string('x', 1000)}\n";
        var rows = string.Concat(Enumerable.Range(1, 6000).Select(i => $"big-{i}{row}"));

        var id = await StartAsync("receipts&dryRun=true", "receiptId,occurredAt,price,note\n" + rows);

        Assert.Equal("done", (string?)(await FinishedAsync(id))["status"]);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/receipts/big-1")).StatusCode);
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData("kind=prices", "a")]
    [InlineData("kind=1", "a")]
    [InlineData("kind=receipts&dryRun=perhaps", "a")]
    [InlineData("kind=receipts", "")]
    [InlineData("kind=receipts", "nothing,known\n1,2\n")]
    public async Task A_file_that_cannot_be_understood_is_refused_at_once(string query, string content)
    {
        var response = await client.PostAsync($"{Imports}?{query}", Form(content));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await ProblemAssert.IsAsync(response);
    }

    [Fact]
    public async Task What_is_no_upload_is_refused()
    {
        var json = await client.PostAsync($"{Imports}?kind=receipts", ApiHost.Json("{}"));
        using var empty = new MultipartFormDataContent { { new StringContent("{}"), "mapping" } };
        var without = await client.PostAsync($"{Imports}?kind=receipts", empty);
        var nothing = await client.PostAsync($"{Imports}?kind=receipts", null);

        await ProblemAssert.IsAsync(json, HttpStatusCode.UnsupportedMediaType, "Api.UnsupportedMediaType");
        await ProblemAssert.IsAsync(without, HttpStatusCode.BadRequest, "Api.Invalid");
        await ProblemAssert.IsAsync(nothing, HttpStatusCode.UnsupportedMediaType, "Api.UnsupportedMediaType");
    }

    [Theory]
    [InlineData("/4711")]
    [InlineData("/4711/errors")]
    public async Task An_import_that_is_not_there_is_unknown(string address) =>
        await ProblemAssert.IsAsync(await client.GetAsync(Imports + address), HttpStatusCode.NotFound, "Api.ImportUnknown");

    private async Task<int> StartAsync(string query, string content)
    {
        var response = await client.PostAsync($"{Imports}?kind={query}", Form(content));
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        return (int)(await ApiHost.ReadAsync(response))["id"]!;
    }

    /// <summary>Asks until the background work has ended, as a caller does.</summary>
    private async Task<JsonObject> FinishedAsync(int id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await pace.WaitForNextTickAsync(patience.Token))
        {
            var import = await ApiHost.ReadAsync(await client.GetAsync($"{Imports}/{id}"));
            if ((string?)import["status"] is not ("queued" or "running"))
            {
                return import;
            }
        }

        throw new TimeoutException();
    }

    private static MultipartFormDataContent Form(string content) =>
        new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", "file.csv" } };
}
