using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Data.Conventions;

public sealed class AuditInterceptorTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    [Fact]
    public async Task A_row_whose_key_the_database_gives_is_recorded_under_that_key()
    {
        await using var db = database.CreateDbContext();
        var (key, program) = (Key("Till 1"), new LoyaltyProgram { Name = "Program" });
        db.AddRange(key, program);
        await db.SaveChangesAsync();

        Assert.Equal([("ApiKey", $"{key.Id}"), ("LoyaltyProgram", $"{program.Id}")], (await EntriesAsync()).Select(e => (e.Subject, e.SubjectId)).Order());
        Assert.All(await EntriesAsync(), e => Assert.Equal(AuditAction.Created, e.Action));
    }

    [Fact]
    public void So_it_is_where_one_saves_without_waiting()
    {
        using var db = database.CreateDbContext();
        var key = Key("Till 1");
        db.Add(key);
        db.SaveChanges();

        Assert.Equal($"{key.Id}", db.AuditEntries.Single().SubjectId);
    }

    [Fact]
    public async Task Within_a_transaction_of_the_caller_rows_and_entries_are_committed_or_rolled_back_together()
    {
        await using (var db = database.CreateDbContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(Key("Till 1"));
            await db.SaveChangesAsync();
            db.Add(Key("Till 2"));
            await db.SaveChangesAsync();
            Assert.Equal(2, await db.AuditEntries.CountAsync());
            await transaction.RollbackAsync();
        }

        Assert.Empty(await EntriesAsync());

        await using (var db = database.CreateDbContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(Key("Till 1"));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        Assert.Single(await EntriesAsync());
    }

    [Fact]
    public async Task A_row_that_cannot_be_saved_leaves_no_entry_and_no_open_transaction()
    {
        await database.AddAsync(Key("Till 1"));
        await using var db = database.CreateDbContext();
        db.Add(Key("Till 1"));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Null(db.Database.CurrentTransaction);
        Assert.Single(await EntriesAsync());
    }

    [Fact]
    public async Task Without_its_entry_a_row_is_not_there_either()
    {
        await using var db = database.CreateDbContext();
        db.Add(Key("Till 1"));
        await Refuse(db);

        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());

        await using var after = database.CreateDbContext();
        Assert.Equal(0, await after.ApiKeys.CountAsync());
    }

    [Fact]
    public async Task Many_who_save_at_once_each_leave_their_own_entry()
    {
        await Parallel.ForAsync(0, 12, async (i, ct) =>
        {
            await using var db = database.CreateDbContext();
            db.Author = $"clerk {i}";
            db.Add(Key($"Till {i}"));
            await db.SaveChangesAsync(ct);
        });

        await using var read = database.CreateDbContext();
        var keys = await read.ApiKeys.ToDictionaryAsync(k => $"{k.Id}", k => k.Name.Replace("Till", "clerk", StringComparison.Ordinal));
        Assert.Equal(12, keys.Count);
        Assert.All(await EntriesAsync(), e => Assert.Equal(keys[e.SubjectId], e.Author));
    }

    [Fact]
    public async Task A_card_changes_its_member_and_is_told_by_its_number()
    {
        var member = new Member { Id = 5, JoinedAt = database.Clock.UtcNow, JoinedOn = new DateOnly(2026, 3, 10) };
        var card = new Card { MemberId = 5, Number = "7000001", IssuedAt = database.Clock.UtcNow };
        await database.AddAsync(member, card);
        await using (var db = database.CreateDbContext())
        {
            (await db.Cards.SingleAsync()).Status = CardStatus.Blocked;
            await db.SaveChangesAsync();
        }

        var cards = (await EntriesAsync()).Where(e => $"{e.Before}{e.After}".Contains("7000001", StringComparison.Ordinal)).ToList();
        Assert.All(cards, e => Assert.Equal((AuditAction.Changed, "Member", "5"), (e.Action, e.Subject, e.SubjectId)));
        Assert.Equal(
            [(null, "{\"Card\":{\"7000001\":\"Active\"}}"), ("{\"Card\":{\"7000001\":\"Active\"}}", "{\"Card\":{\"7000001\":\"Blocked\"}}")],
            cards.Select(e => (e.Before, e.After!)));
    }

    public void Dispose() => database.Dispose();

    /// <summary>Makes the table of entries refuse what is written to it from now on.</summary>
    private static Task<int> Refuse(LoyaltyDbContext db) => db.Database.IsSqlite()
        ? db.Database.ExecuteSqlRawAsync("CREATE TRIGGER \"Refuse\" BEFORE INSERT ON \"AuditEntries\" BEGIN SELECT RAISE(ABORT, 'no'); END")
        : db.Database.ExecuteSqlRawAsync("CREATE TRIGGER \"Refuse\" ON \"AuditEntries\" INSTEAD OF INSERT AS THROW 50000, 'no', 1");

    private static ApiKey Key(string name) => new()
    {
        Name = name,
        Hash = name,
        Prefix = "la_",
        Scopes = "imports",
        CreatedAt = new DateTime(2026, 3, 10, 0, 0, 0, DateTimeKind.Utc),
        CreatedBy = "test",
    };

    private async Task<List<AuditEntry>> EntriesAsync()
    {
        await using var db = database.CreateDbContext();
        return await db.AuditEntries.AsNoTracking().OrderBy(e => e.Id).ToListAsync();
    }
}
