using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Duplicates;

public sealed class FindDuplicatesTests : MembersTest
{
    private static readonly DateOnly Born = new(1990, 4, 7);
    private static readonly Actor Merger = new("clerk@example.com", Roles.PermissionsOf(Roles.Operator));

    [Fact]
    public async Task R16_a_pair_is_found_once_however_often_it_is_looked_for()
    {
        await PersonAsync("Анна", "Семёнова");
        await PersonAsync("Anna", "Semenova");
        await PersonAsync("Пётр", "Громов");

        Assert.Equal(1, await FindAsync());
        Assert.Equal(0, await FindAsync());

        var row = Assert.Single((await ListAsync()).Rows);
        Assert.Equal(("Семёнова Анна", "Semenova Anna"), (row.First.Name, row.Second.Name));
        Assert.Equal(MatchReasons.SameNameSpelt | MatchReasons.SameBirthDate, row.Reasons);
    }

    [Fact]
    public async Task Who_joins_later_or_changes_is_compared_with_those_who_were_here()
    {
        var anna = await PersonAsync("Анна", "Семёнова");
        var boris = await PersonAsync("Борис", "Громов");
        await FindAsync();
        await PersonAsync("Семенова", "Анна");
        Assert.Equal(1, await FindAsync());
        var details = (await Use<MemberQueries>().DetailsAsync(boris, default))!;
        await Use<EditMember>().ExecuteAsync(Clerk, boris, details.Version, details.Profile with { FirstName = "Анна", LastName = "Семенова" }, default);

        Assert.Equal(2, await FindAsync());
        Assert.Equal(2, (await ListAsync()).Rows.Count(r => r.First.Id == anna));
    }

    [Fact]
    public async Task A_pair_that_is_alike_no_longer_leaves_the_queue()
    {
        await PersonAsync("Анна", "Семёнова");
        var other = await PersonAsync("Анна", "Семенова");
        await FindAsync();
        var details = (await Use<MemberQueries>().DetailsAsync(other, default))!;
        await Use<EditMember>().ExecuteAsync(Clerk, other, details.Version, details.Profile with { FirstName = "Ольга", LastName = "Орлова" }, default);
        await FindAsync();

        Assert.Equal(0, (await ListAsync()).Total);
    }

    [Fact]
    public async Task R16_who_was_told_apart_is_not_asked_about_again_until_somebody_wants_it()
    {
        await PersonAsync("Анна", "Семёнова");
        await PersonAsync("Анна", "Семенова");
        await FindAsync();
        var pair = Assert.Single((await ListAsync()).Rows);

        Assert.Null(await Database.Make<DecidePair>().DismissAsync(Merger, pair.Id, default));
        await FindAsync();

        Assert.Equal(0, (await ListAsync()).Total);
        var dismissed = Assert.Single((await ListAsync(new PairFilter { State = PairState.Dismissed })).Rows);
        Assert.Equal("clerk@example.com", dismissed.DecidedBy);
        Assert.Null(await Database.Make<DecidePair>().ReopenAsync(Merger, pair.Id, default));
        Assert.Null(Assert.Single((await ListAsync()).Rows).DecidedBy);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Database.Make<DecidePair>().DismissAsync(Clerk, pair.Id, default));
    }

    [Fact]
    public async Task A_form_tells_who_looks_like_its_member()
    {
        var anna = await PersonAsync("Анна", "Семёнова");
        await FindAsync();
        var typed = new MemberProfile { FirstName = "anna ", LastName = "Semyonova", BirthDate = Born };

        var alike = Assert.Single(await Database.Make<FindLookalikes>().ExecuteAsync(Clerk, typed, except: null, default));

        Assert.Equal((anna, "Семёнова Анна"), (alike.MemberId, alike.Name));
        Assert.Empty(await Database.Make<FindLookalikes>().ExecuteAsync(Clerk, typed, anna, default));
        Assert.Empty(await Database.Make<FindLookalikes>().ExecuteAsync(Clerk, new MemberProfile(), except: null, default));
    }

    [Fact]
    public async Task Whoever_is_registered_by_a_person_is_looked_for_at_once()
    {
        await PersonAsync("Анна", "Семёнова");
        await FindAsync();
        var other = await PersonAsync("Анна", "Семенова");

        await Database.Make<FindDuplicates>().LookForAsync(Clerk, other, default);

        Assert.Equal(1, (await ListAsync()).Total);
    }

    [Fact]
    public async Task Filters_take_the_sure_from_the_unsure()
    {
        await PersonAsync("Анна", "Семёнова");
        await PersonAsync("Анна", "Семенова");
        await PersonAsync("Анна", "Смёнова");
        await FindAsync();

        Assert.Equal(3, (await ListAsync()).Total);
        Assert.Equal(1, (await ListAsync(new PairFilter { Strength = PairStrength.Likely })).Total);
        Assert.Equal(2, (await ListAsync(new PairFilter { Strength = PairStrength.Possible })).Total);
        Assert.Equal(1, (await ListAsync(new PairFilter { Reason = MatchReasons.SameName })).Total);
        Assert.Equal(3, await CountAsync(Database.Make<DuplicateQueries>().StreamAsync(new PairFilter(), default)));
    }

    [Fact]
    public async Task A_trait_that_everybody_shares_brings_nobody_together()
    {
        for (var i = 0; i < 102; i++)
        {
            await RegisterAsync(new MemberProfile { FirstName = "Анна", LastName = "Семёнова", ExternalId = $"m{i}", Phone = $"+7916000{i:0000}" });
        }

        Assert.Equal(0, await FindAsync());
        await using var db = Database.CreateDbContext();
        Assert.Equal(102, await db.MemberTraits.CountAsync(t => t.Kind == TraitKind.Name));
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> rows)
    {
        var count = 0;
        await foreach (var _ in rows)
        {
            count++;
        }

        return count;
    }

    private async Task<long> PersonAsync(string first, string last) =>
        (await RegisterAsync(new MemberProfile { FirstName = first, LastName = last, BirthDate = Born, ExternalId = Guid.NewGuid().ToString() })).Value.MemberId;

    private Task<int> FindAsync() => Database.Make<FindDuplicates>().ExecuteAsync(Actor.System("test"), progress: null, default);

    private Task<Page<PairRow>> ListAsync(PairFilter? filter = null) => Database.Make<DuplicateQueries>().ListAsync(filter ?? new PairFilter(), new PageRequest(0, 50), default);
}
