using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Security.FirstStart;

/// <summary>
/// Makes what an installation needs before its first request: tables, program, roles and somebody who can sign in. Safe
/// when several nodes start at once: unique keys decide who makes a thing, the others take it as made.
/// </summary>
public sealed partial class Bootstrap(
    IDbContextFactory<LoyaltyDbContext> databases,
    SqlProvider sql,
    BusinessClock clock,
    IConfiguration configuration,
    DemoUsers demo,
    IServiceScopeFactory scopes,
    ILogger<Bootstrap> logger)
{
    public async Task PrepareAsync(CancellationToken ct)
    {
        await databases.MigrateAsync(ct);
        await ProgramSeed.EnsureAsync(databases, sql, clock, FirstConditions(), ct);
        foreach (var role in Roles.All)
        {
            await AddRoleAsync(role, ct);
        }

        foreach (var person in demo.All)
        {
            await AddUserAsync(person, DemoUsers.Password, ct);
        }

        await AddFirstAdministratorAsync(ct);
    }

    /// <summary>Whether nobody can sign in yet, and so the settings of the first administrator are to be set.</summary>
    public async Task<bool> LacksUsersAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return !await db.Users.AnyAsync(ct);
    }

    private ProgramConditions FirstConditions()
    {
        var defaults = new ProgramConditions();
        return defaults with
        {
            TimeZone = configuration["Program:TimeZone"] ?? defaults.TimeZone,
            Currency = configuration["Program:Currency"] ?? defaults.Currency,
        };
    }

    private async Task AddFirstAdministratorAsync(CancellationToken ct)
    {
        if (!await LacksUsersAsync(ct))
        {
            return;
        }

        if (configuration["Bootstrap:AdminEmail"] is { Length: > 0 } email && configuration["Bootstrap:AdminPassword"] is { Length: > 0 } password)
        {
            await AddUserAsync(new DemoUser(email, email, Roles.Administrator), password, ct);
        }
        else
        {
            NobodyCanSignIn();
        }
    }

    private async Task AddRoleAsync(string role, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Roles.AnyAsync(r => r.Name == role, ct))
        {
            return;
        }

        db.Roles.Add(new IdentityRole<Guid>(role) { Id = Guid.NewGuid(), NormalizedName = role.ToUpperInvariant() });
        await SaveUnlessThereAsync(() => db.SaveChangesAsync(ct));
    }

    private async Task AddUserAsync(DemoUser person, string password, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Operator>>();
        if (await users.FindByEmailAsync(person.Email) is not null)
        {
            return;
        }

        var db = scope.ServiceProvider.GetRequiredService<LoyaltyDbContext>();
        await SaveUnlessThereAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var user = new Operator { Id = Guid.NewGuid(), UserName = person.Email, Email = person.Email, DisplayName = person.DisplayName };
            if (!Made(await users.CreateAsync(user, password)) || !Made(await users.AddToRoleAsync(user, person.Role)))
            {
                return;
            }

            await transaction.CommitAsync(ct);
        });
    }

    /// <summary>False when another node made the same user meanwhile.</summary>
    private static bool Made(IdentityResult result)
    {
        if (result.Succeeded || result.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
        {
            return result.Succeeded;
        }

        throw new InvalidOperationException(
            "The first user cannot be made; check Bootstrap:AdminEmail and Bootstrap:AdminPassword. " +
            string.Join(" ", result.Errors.Select(e => e.Description)));
    }

    /// <summary>What another node added meanwhile is there, which is all that was wanted.</summary>
    private async Task SaveUnlessThereAsync(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (DbUpdateException e) when (sql.IsUniqueViolation(e))
        {
        }
    }

    [LoggerMessage(LogLevel.Error,
        "Nobody can sign in: there is no user yet. Set Bootstrap:AdminEmail and Bootstrap:AdminPassword (environment variables " +
        "Bootstrap__AdminEmail and Bootstrap__AdminPassword) and start again: the first administrator is made from them.")]
    private partial void NobodyCanSignIn();
}
