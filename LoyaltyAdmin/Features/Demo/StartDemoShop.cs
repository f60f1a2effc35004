using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>
/// Fills an empty portal with the demo shop because somebody asks for it, also after it was removed. The making goes on behind
/// the portal; asked twice, it is made once.
/// </summary>
public sealed class StartDemoShop(IDbContextFactory<LoyaltyDbContext> databases, DemoSettings settings, DemoBoard board, BusinessClock clock)
{
    /// <summary>Whether the portal may have the shop, is empty and makes none already.</summary>
    public async Task<bool> IsOfferedAsync(Actor actor, CancellationToken ct)
    {
        if (!settings.Enabled || !actor.May(Permission.DemoManage) || board.Progress is not null)
        {
            return false;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        return await IsEmptyAsync(db, ct);
    }

    /// <summary>Has it made; null, or <c>Demo.NotAllowed</c>, or <c>Demo.NotEmpty</c>.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not.</exception>
    public async Task<Rejection?> ExecuteAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.DemoManage);
        if (!settings.Enabled)
        {
            return new Rejection("Demo.NotAllowed");
        }

        if (!board.TryBegin())
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await IsEmptyAsync(db, ct))
        {
            board.End(hasFailed: false);
            return new Rejection("Demo.NotEmpty");
        }

        await BeginAsync(db, actor, ct);
        board.Wake();
        return null;
    }

    /// <summary>Of two who ask at once in two programs one brings it back; the other's maker finds it being made.</summary>
    private async Task BeginAsync(LoyaltyDbContext db, Actor actor, CancellationToken ct)
    {
        var now = clock.UtcNow;
        db.Author = actor.Name;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var back = await db.DemoShops.Where(s => s.Status == DemoShopStatus.Removed).ExecuteUpdateAsync(
            set => set
                .SetProperty(s => s.Status, DemoShopStatus.Making)
                .SetProperty(s => s.EndsAt, now)
                .SetProperty(s => s.StartedAt, now)
                .SetProperty(s => s.FinishedAt, (DateTime?)null)
                .SetProperty(s => s.Postings, 0)
                .SetProperty(s => s.Posted, 0),
            ct);
        if (back == 1)
        {
            db.AuditEntries.Add(new AuditEntry
            {
                At = now,
                Author = actor.Name,
                Action = AuditAction.Created,
                Subject = nameof(DemoShop),
                SubjectId = DemoShop.TheOne.ToString(CultureInfo.InvariantCulture),
            });
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static async Task<bool> IsEmptyAsync(LoyaltyDbContext db, CancellationToken ct) =>
        !await db.Members.AnyAsync(ct) && !await db.Receipts.AnyAsync(ct)
        && !await db.DemoShops.AnyAsync(s => s.Status == DemoShopStatus.Making, ct);
}
