using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LoyaltyAdmin.Tests.Features.Members;

/// <summary>A database with a program and the members' use cases on it.</summary>
public abstract class MembersTest : IAsyncLifetime
{
    protected static readonly Actor Clerk = new("clerk@example.com", new HashSet<Permission> { Permission.MembersView, Permission.MembersEdit, Permission.PersonalDataView });
    protected static readonly Actor Onlooker = new("viewer@example.com", new HashSet<Permission> { Permission.MembersView });

    protected TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await TestDatabase.WithProgramAsync(more: services =>
    {
        services.AddTrade();
    });

    public Task DisposeAsync()
    {
        Database.Dispose();
        return Task.CompletedTask;
    }

    protected T Use<T>()
        where T : notnull => Database.Get<T>();

    protected Task<Result<RegisterMember.Registered>> RegisterAsync(MemberProfile profile, string? card = null, DateTime? joinedAt = null) =>
        Use<RegisterMember>().ExecuteAsync(Clerk, new MemberRegistration { Profile = profile, Card = card, JoinedAt = joinedAt }, default);

    protected async Task<long> MemberAsync(string? lastName = null, string? firstName = null, string? phone = null, string? card = null, string? externalId = null) =>
        (await RegisterAsync(
            new MemberProfile { LastName = lastName, FirstName = firstName, Phone = phone, ExternalId = externalId ?? Guid.NewGuid().ToString() }, card)).Value.MemberId;
}
