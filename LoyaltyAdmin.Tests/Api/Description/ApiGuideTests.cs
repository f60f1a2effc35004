using System.Text.RegularExpressions;
using LoyaltyAdmin.Features.ApiGuide;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Tests.Api.Description;

public sealed class ApiGuideTests : IAsyncLifetime
{
    private ApiHost host = null!;

    public async Task InitializeAsync() => host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_guide_tells_every_call_with_its_fields()
    {
        var calls = await host.Get<ApiGuideReader>().ReadAsync(default);

        var hold = Assert.Single(calls, call => call is { Method: "POST", Path: "/api/v1/holds" });
        Assert.Contains(hold.Body, field => field is { Name: "receiptId", Required: true, Type: "string" });
        Assert.Contains(hold.Body, field => field is { Name: "lines[].sku", Required: true });
        Assert.Contains(hold.Body, field => field is { Name: "ttl", Required: false, Type: "integer" });
        Assert.Contains(hold.Answer, field => field.Name == "reasons[].text");
        Assert.Contains("409", hold.Statuses);
        Assert.Contains(calls, call => call.Path == "/api/v1/ledger/proof");
        Assert.All(calls, call => Assert.NotEqual(call.Path, call.Summary));
    }

    [Fact]
    public async Task Whatever_the_description_says_can_be_read_in_Russian()
    {
        using var culture = new UseCulture("ru");
        var text = host.Get<IStringLocalizer<ApiGuideText>>();
        var calls = await host.Get<ApiGuideReader>().ReadAsync(default);

        var said = calls.SelectMany(call => (string?[])
        [
            call.Summary,
            Regex.Replace(call.Description ?? "", @"\s*Scope: [\w.]+\.$", ""),
            .. call.Parameters.Concat(call.Body).Concat(call.Answer).Select(field => field.Description),
        ]).Where(words => !string.IsNullOrEmpty(words)).Distinct();

        Assert.DoesNotContain(said, words => text[words!].ResourceNotFound);
        Assert.DoesNotContain(calls, call => text[$"Group.{call.Group}"].ResourceNotFound);
    }
}
