using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Data.Sql;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Security;

/// <summary>What each person of the staff wants remembered, each for themselves.</summary>
public sealed class UserSettings(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    /// <summary>What the person had remembered under a name; null for nothing.</summary>
    public async Task<string?> ReadAsync(Actor actor, string name, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Of(db, actor, name).Select(s => s.Value).SingleOrDefaultAsync(ct);
    }

    /// <summary>Remembers a value, at most <see cref="UserSetting.ValueLength"/> long, in place of the last; null forgets it.</summary>
    public async Task SaveAsync(Actor actor, string name, string? value, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (value is null)
        {
            await Of(db, actor, name).ExecuteDeleteAsync(ct);
            return;
        }

        if (await ReplaceAsync(db, actor, name, value, ct))
        {
            return;
        }

        db.UserSettings.Add(new UserSetting { UserName = actor.Name, Name = name, Value = value });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (sql.IsUniqueViolation(e))
        {
            // The person's other window was first.
            await ReplaceAsync(db, actor, name, value, ct);
        }
    }

    private static async Task<bool> ReplaceAsync(LoyaltyDbContext db, Actor actor, string name, string value, CancellationToken ct) =>
        await Of(db, actor, name).ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, value), ct) > 0;

    private static IQueryable<UserSetting> Of(LoyaltyDbContext db, Actor actor, string name) =>
        db.UserSettings.AsNoTracking().Where(s => s.UserName == actor.Name && s.Name == name);
}
