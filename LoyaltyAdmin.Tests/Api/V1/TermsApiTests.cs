namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class TermsApiTests(SharedApiHost shared) : IClassFixture<SharedApiHost>
{
    [Theory]
    [InlineData("", "A purchase of 1,000\u00a0₽ brings 50\u00a0points.", "In short")]
    [InlineData("?audience=cashier&language=ru", "Покупка на 1\u00a0000\u00a0₽ приносит 50\u00a0баллов.", "Скажите")]
    public async Task A_shop_shows_the_terms_on_its_own_pages(string asked, string sentence, string heading)
    {
        var terms = await ApiHost.ReadAsync(await shared.Host.Caller().GetAsync("/api/v1/terms" + asked));

        var sections = terms["sections"]!.AsArray();
        Assert.Contains(heading, sections.Select(s => (string)s!["heading"]!));
        Assert.Contains(sentence, sections.SelectMany(s => s!["sentences"]!.AsArray()).Select(s => (string)s!));
    }
}
