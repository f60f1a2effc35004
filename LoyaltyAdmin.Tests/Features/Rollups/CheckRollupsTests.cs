using LoyaltyAdmin.Data;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Rollups;

public sealed class CheckRollupsTests
{
    [Fact]
    public async Task What_was_changed_behind_the_programs_back_is_found_and_mended()
    {
        using var database = await TestDatabase.WithProgramAsync();
        await new RawShop(database).PostAsync(new Deal(1, new DateOnly(2026, 1, 5), 100), new Deal(2, new DateOnly(2026, 1, 6), 100));
        await using (var db = database.CreateDbContext())
        {
            await db.DailySales.Where(d => d.Day == new DateOnly(2026, 1, 5)).ExecuteUpdateAsync(s => s.SetProperty(d => d.Net, 7));
            await db.CohortMonths.ExecuteDeleteAsync();
            await db.Accounts.Where(a => a.Id == 2).ExecuteUpdateAsync(s => s.SetProperty(a => a.FirstReceiptOn, (DateOnly?)null));
        }

        var found = await database.Make<CheckRollups>().ExecuteAsync(default);
        await database.Make<RebuildRollups>().ExecuteAsync(Actor.System("test"), default);

        Assert.Equal(
            [new RollupDifference("DailySales", 1), new RollupDifference("CohortMonths", 1), new RollupDifference("Accounts", 1)],
            found);
        Assert.Empty(await database.Make<CheckRollups>().ExecuteAsync(default));
    }

    [Fact]
    public async Task A_rebuild_raises_the_version_of_the_accounts_it_mends_and_no_other()
    {
        using var database = await TestDatabase.WithProgramAsync();
        await new RawShop(database).PostAsync(new Deal(1, new DateOnly(2026, 1, 5), 100), new Deal(2, new DateOnly(2026, 1, 6), 100));
        await using var db = database.CreateDbContext();
        await db.Accounts.Where(a => a.Id == 2).ExecuteUpdateAsync(s => s.SetProperty(a => a.Receipts, 5));
        var before = await db.Accounts.AsNoTracking().OrderBy(a => a.Id).Select(a => a.Version).ToListAsync();

        await database.Make<RebuildRollups>().ExecuteAsync(Actor.System("test"), default);

        var after = await db.Accounts.AsNoTracking().OrderBy(a => a.Id).Select(a => a.Version).ToListAsync();
        Assert.Equal([before[0], before[1] + 1], after);
    }
}
