using Bunit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Audit;
using LoyaltyAdmin.Features.Operators;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Tests.Features.Audit;

public sealed class AuditPageTests : LoyaltyPageTest
{
    private static readonly Actor Marketer = new("marketer@example.com", Roles.PermissionsOf(Roles.Marketer));

    public AuditPageTests()
    {
        Services.AddPrograms();
        Services.AddApiKeys();
        Services.AddOperators();
    }

    [Fact]
    public async Task Conditions_are_told_in_words_and_not_by_the_names_of_the_code()
    {
        await PublishAsync(new ProgramConditions { Accrual = new AccrualConditions { Mode = AccrualMode.Steps, StepPoints = 2m } });

        var page = Render<AuditPage>();

        page.WaitForAssertion(() => Assert.Contains("Version of conditions", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Conditions.", page.Find(".data-table").TextContent, StringComparison.Ordinal);
        Assert.Contains("Points are given: as a percentage of the sum > so many for every full step of the sum", Changes(page));
        Assert.Contains("State: draft > published", Changes(page));
        Assert.Contains("marketer@example.com", page.Find(".data-table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_russian_fields_states_and_who_it_was_are_told_in_russian()
    {
        using var russian = new UseCulture("ru");
        await Services.GetRequiredService<CreateApiKey>().ExecuteAsync(Actor.System("start"), "Касса 3", [ApiScope.ReceiptsWrite, ApiScope.KpiRead], default);
        await Database.AddAsync(new Member
        {
            Id = 5,
            FirstName = "Вера",
            BirthDate = new DateOnly(1990, 5, 6),
            AgreedToOffers = true,
            JoinedAt = Database.Clock.UtcNow,
            JoinedOn = new DateOnly(2026, 3, 10),
        });
        await using (var db = Database.CreateDbContext())
        {
            db.Author = "key:Касса 3";
            (await db.Members.SingleAsync()).Status = MemberStatus.Blocked;
            await db.SaveChangesAsync();
        }

        var page = Render<AuditPage>();

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".data-table tbody tr").Count));
        Assert.Equal(["Изменение: Участник", "Создание: Участник", "Создание: Ключ API"], Cells(page, 3));
        Assert.Equal(["Ключ API Касса 3", "Портал", "Портал"], Cells(page, 2));
        Assert.Contains("Состояние: активен > заблокирован", Changes(page));
        Assert.Contains("Дата рождения: 6 мая 1990", Changes(page).Select(change => change.Replace('\u00a0', ' ')));
        Assert.Contains("Согласие на рассылку: да", Changes(page));
        Assert.Contains("Права: чеки: проведение, показатели", Changes(page));
    }

    [Fact]
    public async Task Many_changes_are_folded_behind_the_names_of_their_fields()
    {
        await Database.AddAsync(new Member
        {
            Id = 5,
            FirstName = "Vera",
            LastName = "Bell",
            Email = "v@example.com",
            Phone = "+79161234567",
            JoinedAt = Database.Clock.UtcNow,
            JoinedOn = new DateOnly(2026, 3, 10),
        });

        var page = Render<AuditPage>();

        page.WaitForAssertion(() => Assert.Contains(" more", page.Find("details.changes-folded summary").TextContent, StringComparison.Ordinal));
        Assert.Contains("Vera", page.Find("details.changes-folded .changes").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_long_and_is_read_page_by_page()
    {
        await Database.AddAsync([.. Enumerable.Range(1, 60).Select(i => new Member { Id = i, JoinedAt = Database.Clock.UtcNow, JoinedOn = new DateOnly(2026, 3, 10) })]);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/audit?page=2");

        var page = Render<AuditPage>();

        page.WaitForAssertion(() => Assert.Equal(10, page.FindAll(".data-table tbody tr").Count));
        Assert.EndsWith("/audit", page.Find(".pager a[rel=prev]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void Every_field_that_the_audit_keeps_has_a_name(string culture)
    {
        using var language = new UseCulture(culture);
        var words = Services.GetRequiredService<AuditWords>();
        var text = Services.GetRequiredService<IStringLocalizer<ShellText>>();
        using var db = Database.CreateDbContext();

        var nameless = from type in AuditedChange.Kept.Except([typeof(ProgramVersion), typeof(Card), typeof(IdentityUserRole<Guid>)])
                       from property in db.Model.FindEntityType(type)!.GetProperties().Select(p => p.Name)
                       where AuditedChange.Keeps(property)
                       let row = new AuditRow(1, default, "a", "Changed", type.Name, "1", null, [new AuditChange(property, "1", "2")])
                       from change in words.Changes(row, DisplayUnits.Plain)
                       where text["Field." + property.ToUpperInvariant()].ResourceNotFound
                       select $"{type.Name}.{property}";

        Assert.Empty(nameless);
    }

    /// <summary>The cells of a column, from 1.</summary>
    private static List<string> Cells(IRenderedComponent<AuditPage> page, int column) =>
        [.. page.FindAll($".data-table tbody td:nth-child({column})").Select(cell => cell.TextContent.Trim())];

    /// <summary>"Phone: before > after".</summary>
    private static List<string> Changes(IRenderedComponent<AuditPage> page) =>
    [
        .. page.FindAll(".data-table .changes li").Select(change =>
            $"{change.QuerySelector("span")!.TextContent} {(change.QuerySelector("del") is { } before ? before.TextContent + " > " : "")}{change.QuerySelector("ins")!.TextContent}"),
    ];

    private async Task PublishAsync(ProgramConditions conditions)
    {
        await ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);
        var begun = (await Services.GetRequiredService<EditDraft>().ExecuteAsync(Marketer, null, new ProgramConditions(), default)).Value;
        var draft = (await Services.GetRequiredService<EditDraft>().ExecuteAsync(Marketer, begun, conditions, default)).Value;
        _ = (await Services.GetRequiredService<PublishDraft>().ExecuteAsync(Marketer, draft, null, "spring", default)).Value;
    }
}
