using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Cards;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LoyaltyAdmin.Tests.Features.Cards;

/// <summary>A database with a program, members and cards, and the use cases of both.</summary>
public abstract class CardsTest : IAsyncLifetime
{
    protected static readonly Actor Marketer = new("marketer@example.com", Roles.PermissionsOf(Roles.Marketer));
    protected static readonly Actor Clerk = new("clerk@example.com", Roles.PermissionsOf(Roles.Operator));

    protected TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await TestDatabase.WithProgramAsync(more: services =>
    {
        services.AddTrade();
        services.AddCards();
    });

    public Task DisposeAsync()
    {
        Database.Dispose();
        return Task.CompletedTask;
    }

    protected T Use<T>()
        where T : notnull => Database.Get<T>();

    protected async Task<long> SeriesAsync(int count, string prefix = "2201", int length = 12, bool isConsecutive = false, bool isVirtual = false, bool hasCheckDigit = true) =>
        (await Use<CreateCardSeries>().ExecuteAsync(
            Marketer,
            new CardSeriesPlan { Name = "Autumn", Prefix = prefix, Length = length, Count = count, IsConsecutive = isConsecutive, IsVirtual = isVirtual, HasCheckDigit = hasCheckDigit },
            default)).Value;

    protected async Task<long> MemberAsync(string externalId, string? card = null) =>
        (await Use<RegisterMember>().ExecuteAsync(
            Clerk, new MemberRegistration { Profile = new MemberProfile { ExternalId = externalId, FirstName = "Anna", LastName = "Petrova" }, Card = card }, default)).Value.MemberId;

    protected async Task<List<string>> NumbersAsync(long series)
    {
        var numbers = new List<string>();
        await foreach (var row in Use<CardListQueries>().StreamAsync(new CardFilter { SeriesId = series }, CardSort.Latest, descending: false, default))
        {
            numbers.Add(row.Number);
        }

        return numbers;
    }
}
