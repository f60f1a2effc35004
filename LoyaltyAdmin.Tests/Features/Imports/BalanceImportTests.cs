using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Imports;

public sealed class BalanceImportTests : ImportTest
{
    private const string Balances = "member;points;activatesAt;expiresAt\nanna;120;;\nanna;30;2026-05-01;01.06.2026 10:00\nnobody;5;;\nanna;0;;\nanna;1.5;;\n";

    [Fact]
    public async Task R21_opening_balances_become_lots_once()
    {
        await ImportAsync("externalId\nanna\n", ImportKind.Members);

        var first = await ImportAsync(Balances, ImportKind.Balances);
        var again = await ImportAsync(Balances, ImportKind.Balances);

        var lots = await LotsAsync();
        Assert.Equal((ImportStatus.Done, 5, 2, 0, 3), (first.Status, first.Rows, first.Accepted, first.Skipped, first.Rejected));
        Assert.Equal((5, 0, 2, 3), (again.Rows, again.Accepted, again.Skipped, again.Rejected));
        Assert.Equal(
            [(4, "Members.Unknown"), (5, "Imports.PointsNotPositive"), (6, "Imports.TooManyDecimals")],
            ErrorsOf(first.Id).Select(e => (e.Row, e.Reason.Code)));
        Assert.Equal([120, 30], lots.Select(l => l.Remaining.Value));
        Assert.Equal(Database.Clock.UtcNow, lots[0].ActivatesAt);
        Assert.Equal(new DateTime(2026, 4, 30, 21, 0, 0, DateTimeKind.Utc), lots[1].ActivatesAt);
        Assert.Equal(new DateTime(2026, 6, 1, 7, 0, 0, DateTimeKind.Utc), lots[1].ExpiresAt);
    }

    [Fact]
    public async Task A_trial_run_opens_nothing()
    {
        await ImportAsync("externalId\nanna\n", ImportKind.Members);

        var trial = await ImportAsync(Balances, ImportKind.Balances, dryRun: true);

        Assert.Equal((5, 2, 0, 3), (trial.Rows, trial.Accepted, trial.Skipped, trial.Rejected));
        Assert.Empty(await LotsAsync());
    }

    private async Task<List<PointsLot>> LotsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Lots.AsNoTracking().OrderBy(l => l.Id).ToListAsync();
    }
}
