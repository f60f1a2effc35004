using System.Net;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class WhyApiTests : IAsyncLifetime
{
    private ApiHost host = null!;
    private HttpClient client = null!;
    private long ivan;

    public async Task InitializeAsync()
    {
        client = (host = await ApiHost.StartAsync()).Caller();
        ivan = await host.MemberAsync("ivan");
        await host.EarnAsync("ivan", 100);
        var receipt = host.Receipt("r-1", 334.00m, "ivan", redeem: 200);
        (await client.PostAsync("/api/v1/receipts", ApiHost.Json(receipt))).EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_accrual_is_told_from_the_receipt_to_the_rule_and_the_lot()
    {
        var told = await EntryAsync(client, EntryKind.Accrual);

        Assert.Contains("11\u00a0points", (string)told["title"]!, StringComparison.Ordinal);
        AssertTells(told, "Receipt r-1", "5", "234.00", "Version 1", "lot №", "left now");
    }

    [Fact]
    public async Task A_redemption_is_told_with_why_no_more_was_spent_and_the_lots_it_took()
    {
        var told = await EntryAsync(client, EntryKind.Redemption);

        AssertTells(told, "Receipt r-1", "expire first are spent first", "100 points of lot №");
    }

    [Fact]
    public async Task A_line_is_told_with_its_shares_and_what_came_back_of_it()
    {
        var back = new JsonObject
        {
            ["returnId"] = "b-1",
            ["occurredAt"] = host.Clock.UtcNow,
            ["lines"] = new JsonArray(new JsonObject { ["line"] = 1, ["quantity"] = 1 }),
        };
        (await client.PostAsync("/api/v1/receipts/r-1/returns", ApiHost.Json(back))).EnsureSuccessStatusCode();

        var told = await ApiHost.ReadAsync(await client.GetAsync("/api/v1/receipts/r-1/lines/1/why"));

        AssertTells(told, "100.00", "234.00", "Its share of the 11 points earned is 11 points", "came back");
        AssertTells(await EntryAsync(client, EntryKind.Restore), "Return b-1", "given back");
        AssertTells(await EntryAsync(client, EntryKind.Reversal), "Return b-1", "taken back");
    }

    [Fact]
    public async Task A_balance_is_told_by_its_movements_lots_and_holds()
    {
        (await client.PostAsync("/api/v1/holds", ApiHost.Json(host.Receipt("r-2", 100.00m, "ivan", redeem: 5)))).EnsureSuccessStatusCode();

        var told = await ApiHost.ReadAsync(await client.GetAsync($"/api/v1/members/{ivan}/balance/why"));

        Assert.StartsWith("6\u00a0points", (string)told["title"]!, StringComparison.Ordinal);
        AssertTells(told, "Earned by purchases: 111 points, in 2 movements", "Spent: 100 points", "6 points of lot №", "set aside for receipt r-2");
    }

    [Fact]
    public async Task It_is_told_in_the_callers_language()
    {
        var told = await ApiHost.ReadAsync(await host.Caller(language: "ru").GetAsync($"/api/v1/members/{ivan}/balance/why"));

        AssertTells(told, "Начислено за покупки: 111 баллов", "Потрачено: 100 баллов");
    }

    [Theory]
    [InlineData("members/4711/balance/why")]
    [InlineData("members/1/entries/4711/why")]
    [InlineData("receipts/none/lines/1/why")]
    [InlineData("receipts/r-1/lines/7/why")]
    public async Task What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/{path}")).StatusCode);

    [Fact]
    public async Task Every_kind_of_movement_has_its_words()
    {
        foreach (var kind in Enum.GetValues<EntryKind>())
        {
            await using (var db = host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext())
            {
                var (account, lot) = (await db.Accounts.SingleAsync(), await db.Lots.FirstAsync());
                var id = host.Get<IdSource>().Next<LedgerEntry>();
                db.Add(new LedgerEntry
                {
                    Id = id,
                    AccountId = account.Id,
                    Kind = kind,
                    Points = new(1),
                    At = host.Clock.UtcNow.AddMinutes((int)kind),
                    Day = DateOnly.FromDateTime(host.Clock.UtcNow),
                    RecordedAt = host.Clock.UtcNow.AddMinutes((int)kind),
                });
                db.Add(new LotAllocation { EntryId = id, LotId = lot.Id, Points = new(1) });
                await db.SaveChangesAsync();
            }

            foreach (var language in (string[])["en", "ru"])
            {
                var told = await EntryAsync(host.Caller(language: language), kind);
                Assert.DoesNotContain(told["sentences"]!.AsArray(), s => s!.ToString() is var text && (text.StartsWith("Order.", StringComparison.Ordinal)
                    || text.StartsWith("Kind.", StringComparison.Ordinal) || text.StartsWith("By.", StringComparison.Ordinal)));
            }
        }
    }

    private async Task<JsonNode> EntryAsync(HttpClient caller, EntryKind kind)
    {
        await using var db = host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();
        var entries = await db.LedgerEntries.Where(e => e.Kind == kind).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync();
        return await ApiHost.ReadAsync(await caller.GetAsync($"/api/v1/members/{ivan}/entries/{entries[^1]}/why"));
    }

    private static void AssertTells(JsonNode told, params string[] words)
    {
        var text = string.Join('\n', told["sentences"]!.AsArray().Select(s => (string)s!)).Replace('\u00a0', ' ');
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }
}
