using Bunit;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Kpi;

public sealed class FirstStepsTests : LoyaltyPageTest
{
    private static readonly Actor Chief = new("chief", Roles.PermissionsOf(Roles.Administrator));

    public FirstStepsTests()
    {
        Services.AddPrograms();
        Services.AddKpi();
    }

    private FirstSteps Steps => Services.GetRequiredService<FirstSteps>();

    [Fact]
    public async Task Each_step_is_judged_from_the_data_and_those_of_the_demo_do_not_count()
    {
        var program = await ProgramAsync();
        await ReceiptAsync(1, "demo-1", ReceiptSource.Demo, isDemo: true);
        Assert.Equal(new FirstStepsState(false, false, false, false, false), await Steps.StateAsync(default));

        var second = new ProgramVersion { ProgramId = program, Number = 2, Conditions = new ProgramConditions() };
        second.Publish(Database.Clock.UtcNow, Database.Clock.UtcNow, "chief");
        await Database.AddAsync(second);
        await ReceiptAsync(2, "R-1", ReceiptSource.Import, isDemo: false);
        Assert.Equal(new FirstStepsState(true, true, false, false, false), await Steps.StateAsync(default));

        await Database.AddAsync(new ApiKey { Name = "Till", Hash = "h", Prefix = "p", Scopes = "", CreatedAt = Database.Clock.UtcNow, CreatedBy = "chief" });
        await ReceiptAsync(3, "R-2", ReceiptSource.Api, isDemo: false);
        Assert.True((await Steps.StateAsync(default)).AllDone);
    }

    [Fact]
    public async Task They_can_be_sent_away_when_all_are_done_and_not_before()
    {
        var program = await ProgramAsync();
        await Steps.DismissAsync(Chief, default);
        Assert.False((await Steps.StateAsync(default)).Dismissed);

        var second = new ProgramVersion { ProgramId = program, Number = 2, Conditions = new ProgramConditions() };
        second.Publish(Database.Clock.UtcNow, Database.Clock.UtcNow, "chief");
        await Database.AddAsync(second);
        await ReceiptAsync(1, "R-1", ReceiptSource.Api, isDemo: false);
        var page = Render<StartSteps>(p => p.Add(s => s.Compact, true));
        page.WaitForElement(".link-button").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".link-button")));
        Assert.True((await Steps.StateAsync(default)).Dismissed);
    }

    [Fact]
    public async Task Who_may_not_do_a_step_reads_who_may()
    {
        await ProgramAsync();
        SignIn(Roles.Manager);

        var page = Render<StartSteps>();

        page.WaitForAssertion(() => Assert.Equal(
            ["Who can do it: administrator, marketer.", "Who can do it: administrator, marketer.", "Who can do it: administrator."],
            page.FindAll(".start-who").Select(w => w.TextContent.Replace("person", "", StringComparison.Ordinal))));
        Assert.Empty(page.FindAll("a"));
    }

    private async Task<int> ProgramAsync()
    {
        await LoyaltyAdmin.Data.Seeding.ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);
        await using var db = Database.CreateDbContext();
        return db.Programs.Select(p => p.Id).Single();
    }

    private async Task ReceiptAsync(long id, string key, ReceiptSource source, bool isDemo)
    {
        var now = Database.Clock.UtcNow;
        var day = DateOnly.FromDateTime(now);
        await Database.AddAsync(
            new Member { Id = id, ExternalId = key, JoinedAt = now, JoinedOn = day, IsDemo = isDemo },
            new Receipt { Id = id, Key = key, MemberId = id, OccurredAt = now, Day = day, Gross = new(100), Net = new(100), PayloadHash = key, RecordedAt = now, Source = source });
    }
}
