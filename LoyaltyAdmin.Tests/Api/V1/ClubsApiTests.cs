using System.Net;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class ClubsApiTests : IAsyncLifetime
{
    private static readonly Actor Staff = Actor.System("test");
    private ApiHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await ApiHost.StartAsync();
        client = host.Caller();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_invitation_is_told_to_the_invited_accepted_at_the_till_and_serves_the_next_purchase()
    {
        var (anna, boris) = (await host.MemberAsync("anna"), await host.MemberAsync("boris"));
        var club = (await host.Get<SaveClub>().ExecuteAsync(
            Staff, new OfferOrder<ClubTerms> { Key = "box", Name = "Box", Terms = new ClubTerms { Benefits = new Benefits { DiscountPercent = 20 } } }, default)).Value;
        var code = (await host.Get<InviteMembers>().ExecuteAsync(Staff, club, anna, default)).Value.Code;

        var told = (await ApiHost.ReadAsync(await client.GetAsync($"/api/v1/members/{anna}/clubs")))["items"]!.AsArray().Single()!;
        Assert.Equal(("invited", code, "2026-04-08"), ((string)told["standing"]!, (string)told["code"]!, (string)told["lastDay"]!));
        Assert.Empty((await ApiHost.ReadAsync(await client.GetAsync($"/api/v1/members/{boris}/clubs")))["items"]!.AsArray());

        var accepted = await PostAsync("accept", code);
        var again = await PostAsync("accept", code);
        Assert.Equal("in", (string)(await ApiHost.ReadAsync(accepted))["items"]![0]!["standing"]!);
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());

        Assert.Equal(80m, (decimal)(await ApiHost.ReadAsync(await client.PostAsync("/api/v1/receipts", ApiHost.Json(host.Receipt("r-1", 100m, "anna")))))["toPay"]!);
        Assert.Equal("[\"Box\"]", (await LookUpAsync("anna"))["clubs"]!.ToJsonString());
        Assert.Equal("[]", (await LookUpAsync("boris"))["clubs"]!.ToJsonString());
    }

    [Fact]
    public async Task A_code_that_is_none_or_over_says_so()
    {
        var club = (await host.Get<SaveClub>().ExecuteAsync(
            Staff, new OfferOrder<ClubTerms> { Key = "box", Name = "Box", Terms = new ClubTerms { Benefits = new Benefits { DiscountPercent = 20 } } }, default)).Value;
        var code = (await host.Get<InviteMembers>().ExecuteAsync(Staff, club, await host.MemberAsync("anna"), default)).Value.Code;
        await PostAsync("decline", code);

        var over = await PostAsync("accept", code);
        var none = await PostAsync("accept", "NOSUCHCODE");

        Assert.Equal((HttpStatusCode.Conflict, "Clubs.InvitationDeclinedConflict"), (over.StatusCode, (string)(await ApiHost.ReadAsync(over))["code"]!));
        Assert.Equal((HttpStatusCode.NotFound, "Clubs.InvitationUnknown"), (none.StatusCode, (string)(await ApiHost.ReadAsync(none))["code"]!));
    }

    private Task<HttpResponseMessage> PostAsync(string answer, string code) =>
        client.PostAsync($"/api/v1/clubs/invitations/{answer}", ApiHost.Json(new JsonObject { ["code"] = code }));

    private async Task<JsonObject> LookUpAsync(string member) => await ApiHost.ReadAsync(await client.GetAsync($"/api/v1/members/lookup?externalId={member}"));
}
