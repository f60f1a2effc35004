using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Cards;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Search;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Search;

public sealed class FindAnywhereTests : IAsyncLifetime
{
    private static readonly Actor Clerk = Actor.System("test");
    private Till till = null!;
    private FindAnywhere find = null!;

    public async Task InitializeAsync()
    {
        till = await Till.OpenAsync();
        find = till.Database.Make<FindAnywhere>(new PageIndex());
        await MemberAsync("crm-1", "Иванов", "Сергей", "+79161234567", "77000001", "sergey@example.com");
        await MemberAsync("crm-2", "Иванова", "Анна", "+79165550000", "88000002", "anna@example.com");
        await MemberAsync("crm-3", "Семёнов", "Пётр", null, "99000003", null);
    }

    public Task DisposeAsync()
    {
        till.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("8 916 123-45-67", "Иванов Сергей")]
    [InlineData("+7 (916) 123", "Иванов Сергей")]
    [InlineData("9161234567", "Иванов Сергей")]
    [InlineData("7700 0001", "Иванов Сергей")]
    [InlineData("anna@", "Иванова Анна")]
    [InlineData("crm-3", "Семёнов Пётр")]
    [InlineData("иванов", "Иванов Сергей|Иванова Анна")]
    [InlineData("семен", "Семёнов Пётр")]
    [InlineData("анна ив", "Иванова Анна")]
    [InlineData("петр", "Семёнов Пётр")]
    [InlineData("99", "")]
    [InlineData("неведомый", "")]
    public async Task Members_are_found_however_they_are_typed(string typed, string found) =>
        Assert.Equal(found, string.Join('|', (await FindAsync(Roles.Operator, typed)).Where(f => f.Kind == FindingKind.Member).Select(f => f.Title)));

    [Theory]
    [InlineData(Roles.Operator, "+79161234567")]
    [InlineData(Roles.Manager, "+7 *** ***-45-67")]
    public async Task Who_may_not_see_contacts_finds_by_the_whole_phone_and_sees_it_masked(string role, string phone)
    {
        var member = Assert.Single(await FindAsync(role, "8 916 123-45-67"), f => f.Kind == FindingKind.Member);

        Assert.Equal(("Иванов Сергей", $"{phone} · {CardNumber.Grouped("77000001")}"), (member.Title, member.Detail));
    }

    [Fact]
    public async Task Receipts_and_returns_are_found_by_their_number()
    {
        await till.PostAsync(till.Sale("R-1001", "crm-1", 500m));
        await till.PostAsync(till.Sale("R-2001", "crm-1", 500m));
        await till.PostAsync(till.Return("R-1001-back", "R-1001", 1));

        var receipts = (await FindAsync(Roles.Operator, "R-100")).Where(f => f.Kind == FindingKind.Receipt).ToList();

        Assert.Equal(["R-1001", "R-1001-back"], receipts.Select(f => f.Title));
        Assert.StartsWith("/receipts/", receipts[0].Href, StringComparison.Ordinal);
        Assert.StartsWith("/returns/", receipts[1].Href, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_names_nobody_is_found_by_its_whole_number()
    {
        var series = await till.Database.Make<CreateCardSeries>().ExecuteAsync(
            Clerk, new CardSeriesPlan { Name = "A", Prefix = "55", Length = 8, IsConsecutive = true, Count = 1, HasCheckDigit = false }, default);
        Assert.Null(series.Rejection);

        Assert.Equal("/cards?search=55000001", Assert.Single(await FindAsync(Roles.Operator, "5500 0001"), f => f.Kind == FindingKind.Card).Href);
    }

    [Fact]
    public async Task Each_role_finds_only_the_pages_that_it_may_see()
    {
        Assert.Contains(await FindAsync(Roles.Administrator, "audit"), f => f.Href == "/audit");
        Assert.DoesNotContain(await FindAsync(Roles.Operator, "audit"), f => f.Href == "/audit");
        Assert.Contains(await FindAsync(Roles.Marketer, "new series"), f => f.Href == "/cards/series/new");
        Assert.DoesNotContain(await FindAsync(Roles.Operator, "new series"), f => f.Href == "/cards/series/new");
    }

    [Fact]
    public async Task Whoever_sees_neither_members_nor_receipts_finds_neither()
    {
        await till.PostAsync(till.Sale("crm-1", "crm-1", 500m));

        Assert.Empty((await find.FindAsync(new Actor("nobody", new HashSet<Permission>()), "crm-1", default)).All);
    }

    [Theory]
    [InlineData("en", "Audit")]
    [InlineData("ru", "Журнал")]
    public async Task Pages_are_found_by_their_name_in_either_language_and_called_in_the_current_one(string language, string name)
    {
        using var culture = new UseCulture(language);

        foreach (var typed in new[] { "aud", "журн" })
        {
            Assert.StartsWith(name, Assert.Single(await FindAsync(Roles.Administrator, typed), f => f.Href == "/audit").Title, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_last_finding_leads_to_all_members_that_match() =>
        Assert.Equal("/members?search=%D0%B8%D0%B2%D0%B0%D0%BD", (await FindAsync(Roles.Operator, "иван"))[^1].Href);

    [Fact]
    public async Task Nothing_typed_finds_nothing() => Assert.Empty(await FindAsync(Roles.Administrator, "  "));

    private async Task<IReadOnlyList<Finding>> FindAsync(string role, string typed) =>
        (await find.FindAsync(new Actor("someone", Roles.PermissionsOf(role)), typed, default)).All;

    private async Task MemberAsync(string externalId, string lastName, string firstName, string? phone, string card, string? email) =>
        Assert.Null((await till.Database.Get<RegisterMember>().ExecuteAsync(
            Clerk,
            new MemberRegistration
            {
                Profile = new MemberProfile { ExternalId = externalId, LastName = lastName, FirstName = firstName, Phone = phone, Email = email },
                Card = card,
            },
            default)).Rejection);
}
