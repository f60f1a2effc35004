using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Data;

public sealed class ProgramSeedTests
{
    [Fact]
    public async Task Nodes_that_start_at_once_make_one_program_in_force_from_the_beginning_of_time()
    {
        using var database = TestDatabase.Create();

        await Parallel.ForAsync(0, 6, async (_, ct) =>
            await ProgramSeed.EnsureAsync(database, database.Sql, database.Clock.Business, new ProgramConditions(), ct));

        await using var db = database.CreateDbContext();
        Assert.Equal(1, await db.Programs.CountAsync());
        var version = await db.ProgramVersions.SingleAsync();
        Assert.Equal((1, VersionStatus.Published), (version.Number, version.Status));
        Assert.Equal(ProgramCalendar.BeginningOfTime, version.EffectiveFrom);
    }
}
