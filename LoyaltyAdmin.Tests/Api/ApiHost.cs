using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Api;

/// <summary>The whole portal with a database of its own, a clock that stands still and a key that may do everything.</summary>
public sealed class ApiHost : WebApplicationFactory<Program>
{
    public const string Key = "the-key-of-the-api-tests";
    private readonly TestStore store = TestStore.Create();
    private readonly (string Name, string Value)[] settings;

    private ApiHost((string, string)[] settings) => this.settings = settings;

    public TestClock Clock { get; } = new();

    /// <summary>A running portal; settings beside the usual ones can be given.</summary>
    public static async Task<ApiHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var host = new ApiHost(settings);
        await ProgramSeed.EnsureAsync(
            host.Get<IDbContextFactory<LoyaltyDbContext>>(), host.Get<SqlProvider>(), host.Clock.Business, new ProgramConditions(), default);
        return host;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A client with a key (none when null) that reads errors in a language.</summary>
    public HttpClient Caller(string? key = Key, string language = "en")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
        }

        return client;
    }

    /// <summary>A new key with these scopes.</summary>
    public async Task<CreateApiKey.Created> KeyAsync(params string[] scopes) =>
        (await Get<CreateApiKey>().ExecuteAsync(Actor.System("test"), $"till {Guid.NewGuid():N}", scopes, default)).Value;

    /// <summary>A member who is known by an external id.</summary>
    public async Task<long> MemberAsync(string externalId, string? phone = null)
    {
        await using var db = Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();
        var ids = Get<IdSource>();
        var member = new Member
        {
            Id = ids.Next<Member>(),
            ExternalId = externalId,
            Phone = phone,
            JoinedAt = Clock.UtcNow.AddYears(-1),
            JoinedOn = DateOnly.FromDateTime(Clock.UtcNow.AddYears(-1)),
        };
        var programId = await db.Programs.Select(p => p.Id).SingleAsync();
        db.AddRange(member, new Account { Id = ids.Next<Account>(), MemberId = member.Id, ProgramId = programId });
        await db.SaveChangesAsync();
        return member.Id;
    }

    /// <summary>Lets the member earn points: each comes from 20 of money by the seeded conditions.</summary>
    public async Task EarnAsync(string externalId, int points)
    {
        var receipt = Receipt($"earning {Guid.NewGuid():N}", points * 20m, externalId);
        (await Caller().PostAsync("/api/v1/receipts", Json(receipt))).EnsureSuccessStatusCode();
    }

    /// <summary>A receipt of one line, bought now.</summary>
    public JsonObject Receipt(string key, decimal price, string? member = null, decimal? redeem = null) => new()
    {
        ["receiptId"] = key,
        ["occurredAt"] = Clock.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["member"] = member is null ? null : new JsonObject { ["externalId"] = member },
        ["store"] = "Arbat",
        ["lines"] = new JsonArray(new JsonObject { ["line"] = 1, ["sku"] = "A-1", ["quantity"] = 1, ["price"] = price }),
        ["redeemPoints"] = redeem,
    };

    public static StringContent Json(JsonNode body) => Json(body.ToJsonString());

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>())!;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Database:Provider", store.Provider);
        builder.UseSetting("ConnectionStrings:Loyalty", store.ConnectionString);
        builder.UseSetting(BootstrapApiKey.Setting, Key);
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        store.Dispose();
    }
}
