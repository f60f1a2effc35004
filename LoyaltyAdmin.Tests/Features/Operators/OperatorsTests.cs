using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Features.Operators;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Operators;

public sealed class OperatorsTests : IDisposable
{
    private static readonly Actor Chief = new("chief@example.com", Roles.PermissionsOf(Roles.Administrator));
    private readonly TestDatabase database = TestDatabase.Create(more: services =>
    {
        services.AddDataProtection();
        services.AddIdentityCore<Operator>(options => options.User.RequireUniqueEmail = true)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<LoyaltyDbContext>()
            .AddDefaultTokenProviders();
        services.AddOperators();
    });

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Whoever_lacks_the_permission_changes_no_user()
    {
        var clerk = new Actor("clerk@example.com", Roles.PermissionsOf(Roles.Manager));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            database.Get<CreateOperator>().ExecuteAsync(clerk, Person("a@example.com"), default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            database.Get<OperatorQueries>().ListAsync(clerk, new OperatorFilter(), OperatorSort.Name, false, new PageRequest(0, 10), default));
    }

    [Fact]
    public async Task A_new_user_is_listed_with_roles_and_named_in_the_audit()
    {
        var id = await AddAsync("anna@example.com", Roles.Marketer, Roles.Manager);

        var row = Assert.Single((await database.Get<OperatorQueries>().ListAsync(Chief, new OperatorFilter { Search = "ANNA" }, OperatorSort.Name, false, new PageRequest(0, 10), default)).Rows);
        Assert.Equal(id, row.Id);
        Assert.Equal([Roles.Marketer, Roles.Manager], row.Roles);
        await using var db = database.CreateDbContext();
        var entries = await db.AuditEntries.Where(a => a.Subject == "Operator" && a.SubjectId == id.ToString()).ToListAsync();
        Assert.All(entries, entry => Assert.Equal(Chief.Name, entry.Author));
        Assert.Contains(entries, entry => entry.After!.Contains("Marketer", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, entry => entry.After!.Contains("Hash", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task One_e_mail_is_one_user()
    {
        await AddAsync("anna@example.com", Roles.Operator);

        var second = await database.Get<CreateOperator>().ExecuteAsync(Chief, Person("Anna@Example.com"), default);

        Assert.Equal("Operators.EmailTaken", second.Rejection?.Code);
    }

    [Fact]
    public async Task A_refused_password_leaves_no_user_behind()
    {
        var result = await database.Get<CreateOperator>().ExecuteAsync(Chief, Person("anna@example.com") with { Password = "short" }, default);

        Assert.Equal("Operators.PasswordWeak", result.Rejection?.Code);
        await using var db = database.CreateDbContext();
        Assert.Equal(0, await db.Users.CountAsync());
    }

    [Fact]
    public async Task The_last_administrator_keeps_role_and_access()
    {
        var id = await AddAsync("boss@example.com", Roles.Administrator);
        await AddAsync("anna@example.com", Roles.Marketer);

        var demoted = await database.Get<ChangeRoles>().ExecuteAsync(Chief, id, [Roles.Marketer], default);
        var disabled = await database.Get<SwitchOperator>().ExecuteAsync(Chief, id, enabled: false, "left", default);

        Assert.Equal("Operators.LastAdministrator", demoted?.Code);
        Assert.Equal("Operators.LastAdministrator", disabled?.Code);
        var row = await database.Get<OperatorQueries>().FindAsync(Chief, id, default);
        Assert.Equal([Roles.Administrator], row!.Roles);
        Assert.False(row.Disabled);
    }

    [Fact]
    public async Task Nobody_switches_oneself_off()
    {
        var id = await AddAsync(Chief.Name, Roles.Administrator);

        var rejection = await database.Get<SwitchOperator>().ExecuteAsync(Chief, id, enabled: false, "left", default);

        Assert.Equal("Operators.Yourself", rejection?.Code);
    }

    [Fact]
    public async Task Switching_off_ends_the_sessions_and_keeps_the_reason()
    {
        await AddAsync("boss@example.com", Roles.Administrator);
        var id = await AddAsync("anna@example.com", Roles.Marketer);
        var before = await StampAsync(id);

        Assert.Null(await database.Get<SwitchOperator>().ExecuteAsync(Chief, id, enabled: false, "left the firm", default));

        Assert.NotEqual(before, await StampAsync(id));
        await using var db = database.CreateDbContext();
        var entry = await db.AuditEntries.SingleAsync(a => a.SubjectId == id.ToString() && a.Reason != null);
        Assert.Equal((AuditAction.Changed, "left the firm"), (entry.Action, entry.Reason));
        Assert.Contains("isabled\":true", entry.After!);
    }

    [Fact]
    public async Task Other_roles_and_a_new_password_end_the_sessions_too()
    {
        await AddAsync("boss@example.com", Roles.Administrator);
        var id = await AddAsync("anna@example.com", Roles.Marketer);
        var first = await StampAsync(id);

        Assert.Null(await database.Get<ChangeRoles>().ExecuteAsync(Chief, id, [Roles.Manager], default));
        var second = await StampAsync(id);
        Assert.Null(await database.Get<ResetPassword>().ExecuteAsync(Chief, id, "An0ther long password!", default));

        Assert.NotEqual(first, second);
        Assert.NotEqual(second, await StampAsync(id));
    }

    private static NewOperator Person(string email, params string[] roles) =>
        new("Anna Petrova", email, "A l0ng enough Password!", roles is [] ? [Roles.Operator] : roles);

    private async Task<Guid> AddAsync(string email, params string[] roles)
    {
        await using (var db = database.CreateDbContext())
        {
            foreach (var role in Roles.All.Where(role => !db.Roles.Any(r => r.Name == role)).ToList())
            {
                db.Roles.Add(new IdentityRole<Guid>(role) { Id = Guid.NewGuid(), NormalizedName = role.ToUpperInvariant() });
            }

            await db.SaveChangesAsync();
        }

        return (await database.Get<CreateOperator>().ExecuteAsync(Chief, Person(email, roles), default)).Value;
    }

    private async Task<string?> StampAsync(Guid id)
    {
        await using var db = database.CreateDbContext();
        return await db.Users.Where(user => user.Id == id).Select(user => user.SecurityStamp).SingleAsync();
    }
}
