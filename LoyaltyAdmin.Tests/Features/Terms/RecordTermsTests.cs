using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Terms;

public sealed class RecordTermsTests : IAsyncLifetime
{
    private static readonly Actor Admin = Actor.System("test");

    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.WithProgramAsync(more: services => services.AddTermsOfTests());

    public Task DisposeAsync()
    {
        database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_terms_are_kept_once_and_again_only_when_they_read_otherwise()
    {
        Assert.Equal(1, await RecordAsync());
        Assert.Equal(0, await RecordAsync());
        await PublishAsync(new ProgramConditions { Accrual = new AccrualConditions { Percent = 7 } });

        Assert.Equal(1, await RecordAsync());

        var editions = await EditionsAsync();
        Assert.Equal([(1, 1), (2, 2)], editions.Select(e => (e.Number, e.Version)));
        Assert.Equal(database.Clock.UtcNow, editions[1].From);
        Assert.Equal((2, 2), (editions[1].Added, editions[1].Removed));
    }

    [Fact]
    public async Task A_new_version_that_promises_the_same_makes_no_edition()
    {
        await RecordAsync();
        await PublishAsync(new ProgramConditions());

        Assert.Equal(0, await RecordAsync());
    }

    [Fact]
    public async Task Each_version_that_came_into_force_since_has_its_edition_from_its_own_instant()
    {
        await RecordAsync();
        var (first, second) = (database.Clock.UtcNow.AddDays(1), database.Clock.UtcNow.AddDays(2));
        await PublishAsync(new ProgramConditions { Accrual = new AccrualConditions { Percent = 7 } }, first);
        await PublishAsync(new ProgramConditions { Accrual = new AccrualConditions { Percent = 3 } }, second);
        database.Clock.Advance(TimeSpan.FromDays(5));

        Assert.Equal(2, await RecordAsync());

        Assert.Equal([first, second], (await EditionsAsync()).Skip(1).Select(e => e.From));
    }

    [Fact]
    public async Task Runs_at_the_same_time_keep_one_edition()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(RecordAsync)));

        Assert.Single(await EditionsAsync());
    }

    [Fact]
    public async Task An_edition_reads_for_ever_as_it_did()
    {
        await RecordAsync();
        var told = await database.Get<WriteTerms>().AllAsync(new ProgramConditions(), 0, database.Clock.UtcNow, default);

        var (edition, before, until) = (await database.Get<TermsQueries>().EditionAsync(Admin, 1, default))!.Value;

        Assert.Equal(told, edition.Texts);
        Assert.Equal((null, null), (before, until));
        Assert.Contains("5\u00a0%", edition.Texts.For(TermsAudience.Customer, "ru").Sections.SelectMany(s => s.Sentences).First(s => s.Contains('%')), StringComparison.Ordinal);
        Assert.Null(await database.Get<TermsQueries>().EditionAsync(Admin, 2, default));
    }

    private Task<int> RecordAsync() => database.Get<RecordTerms>().ExecuteAsync(Admin, default);

    private async Task<List<TermsEdition>> EditionsAsync()
    {
        await using var db = database.CreateDbContext();
        return await db.TermsEditions.AsNoTracking().OrderBy(e => e.Number).ToListAsync();
    }

    private async Task PublishAsync(ProgramConditions conditions, DateTime? from = null)
    {
        Assert.True((await database.Get<EditDraft>().ExecuteAsync(Admin, null, conditions, default)).Accepted(out var draft, out _));
        Assert.True((await database.Get<PublishDraft>().ExecuteAsync(Admin, draft, from, "why", default)).Accepted(out _, out _));
    }
}
