using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Households;

public sealed class ChangeHouseholdTests
{
    [Fact]
    public async Task Made_joined_headed_left_and_dissolved_each_once_and_all_of_it_is_kept()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris, vera) = (await shop.MemberAsync("anna", 10), await shop.MemberAsync("boris", 20), await shop.MemberAsync("vera", 30));
        var (make, join, leave) = (shop.Get<MakeHousehold>(), shop.Get<JoinHousehold>(), shop.Get<LeaveHousehold>());

        var made = (await make.ExecuteAsync(HouseholdShop.Clerk, anna, [boris], default)).Value;
        Assert.Equal(new MakeHousehold.Made(made.HouseholdId, Replayed: true), (await make.ExecuteAsync(HouseholdShop.Clerk, anna, [boris, anna], default)).Value);
        Assert.Equal("Households.InAnotherConflict", (await make.ExecuteAsync(HouseholdShop.Clerk, vera, [boris], default)).Rejection?.Code);
        Assert.Equal((false, true), ((await join.ExecuteAsync(HouseholdShop.Clerk, made.HouseholdId, vera, default)).Value.Replayed,
            (await join.ExecuteAsync(HouseholdShop.Clerk, made.HouseholdId, vera, default)).Value.Replayed));
        Assert.Equal((60, 60), (await shop.AvailableAsync(anna), await shop.AvailableAsync(vera)));

        await shop.Get<NameHead>().ExecuteAsync(HouseholdShop.Clerk, made.HouseholdId, boris, default);
        Assert.Equal("Households.NotIn", (await shop.Get<NameHead>().ExecuteAsync(HouseholdShop.Clerk, made.HouseholdId, 9_999, default)).Rejection?.Code);
        await leave.ExecuteAsync(HouseholdShop.Clerk, made.HouseholdId, boris, "Moved out", default);
        Assert.True((await leave.ExecuteAsync(HouseholdShop.Clerk, made.HouseholdId, boris, "Moved out", default)).Value.Replayed);
        var left = (await shop.Get<HouseholdQueries>().DetailsAsync(made.HouseholdId, default))!;
        Assert.Equal((anna, 2), (left.HeadId, left.Members.Count));

        Assert.Equal(0, (await leave.DissolveAsync(HouseholdShop.Clerk, made.HouseholdId, "As they wished", default)).Value.Remaining);
        Assert.True((await leave.DissolveAsync(HouseholdShop.Clerk, made.HouseholdId, "As they wished", default)).Value.Replayed);
        Assert.Null(await shop.Get<HouseholdQueries>().OfMemberAsync(anna, default));
        Assert.Equal([10, 20, 30], await shop.OwnAsync("anna", "boris", "vera"));

        await using var db = shop.Till.Database.CreateDbContext();
        var kept = await db.AuditEntries.Where(a => a.Subject == "Household").OrderBy(a => a.Id).Select(a => a.Action.ToString()).ToListAsync();
        Assert.Equal(("Created", "Deleted"), (kept[0], kept[^1]));
        Assert.Equal(2, await db.AuditEntries.CountAsync(a => a.Subject == "Member" && a.SubjectId == $"{boris}" && a.Action == AuditAction.Changed && a.After!.Contains("HouseholdId")));
        Assert.Equal("Moved out", (await db.AuditEntries.OrderByDescending(a => a.Id).FirstAsync(a => a.Subject == "Member" && a.SubjectId == $"{boris}")).Reason);
    }

    [Fact]
    public async Task The_last_who_leaves_ends_it()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris) = (await shop.MemberAsync("anna"), await shop.MemberAsync("boris"));
        var household = await shop.MakeAsync(anna, boris);

        await shop.Get<LeaveHousehold>().ExecuteAsync(HouseholdShop.Clerk, household, anna, null, default);
        await shop.Get<LeaveHousehold>().ExecuteAsync(HouseholdShop.Clerk, household, boris, null, default);

        Assert.Equal("Households.Unknown", (await shop.Get<LeaveHousehold>().ExecuteAsync(HouseholdShop.Clerk, household, boris, null, default)).Rejection?.Code);
        Assert.NotEqual(household, await shop.MakeAsync(anna, boris));
    }

    [Fact]
    public async Task Of_two_households_that_add_one_member_at_once_one_wins()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var wanted = await shop.MemberAsync("wanted");
        var (one, other) = (await shop.MakeAsync(await shop.MemberAsync("anna")), await shop.MakeAsync(await shop.MemberAsync("boris")));

        var joined = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() =>
            shop.Get<JoinHousehold>().ExecuteAsync(HouseholdShop.Clerk, i % 2 == 0 ? one : other, wanted, default))));

        Assert.Single(joined, j => j.Rejection is null && !j.Value.Replayed);
        Assert.Equal(5, joined.Count(j => j.Rejection?.Code == "Households.InAnotherConflict"));
    }

    [Fact]
    public async Task Of_many_who_take_the_last_places_at_once_as_many_come_in_as_there_are()
    {
        using var shop = await HouseholdShop.OpenAsync(new ProgramConditions { Joining = new JoiningConditions { HouseholdLimit = 3 } });
        var household = await shop.MakeAsync(await shop.MemberAsync("head"));
        var members = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            members.Add(await shop.MemberAsync($"m{i}"));
        }

        var joined = await Task.WhenAll(members.Select(m => Task.Run(() => shop.Get<JoinHousehold>().ExecuteAsync(HouseholdShop.Clerk, household, m, default))));

        Assert.Equal((2, 4), (joined.Count(j => j.Rejection is null), joined.Count(j => j.Rejection?.Code == "Households.Full")));
        Assert.Equal(3, (await shop.Get<HouseholdQueries>().DetailsAsync(household, default))!.Members.Count);
    }

    [Fact]
    public async Task Who_is_not_known_or_blocked_or_nobody_is_refused_and_so_is_who_may_not()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var household = await shop.MakeAsync(await shop.MemberAsync("anna"));
        var blocked = await shop.MemberAsync("boris");
        await shop.Get<BlockMember>().BlockAsync(HouseholdShop.Clerk, blocked, "Lost the phone", default);
        await shop.Till.MemberAsync("card-only");
        var card = (await shop.Till.AccountAsync("card-only")).MemberId;
        var join = shop.Get<JoinHousehold>();

        Assert.Equal("Households.MemberBlocked", (await join.ExecuteAsync(HouseholdShop.Clerk, household, blocked, default)).Rejection?.Code);
        Assert.Equal("Households.NotIdentified", (await join.ExecuteAsync(HouseholdShop.Clerk, household, card, default)).Rejection?.Code);
        Assert.Equal("Members.Unknown", (await join.ExecuteAsync(HouseholdShop.Clerk, household, 0, default)).Rejection?.Code);
        Assert.Equal("Members.Unknown", (await shop.Get<MakeHousehold>().ExecuteAsync(HouseholdShop.Clerk, 0, [], default)).Rejection?.Code);
        Assert.Equal("Households.Unknown", (await join.ExecuteAsync(HouseholdShop.Clerk, 77, blocked, default)).Rejection?.Code);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => join.ExecuteAsync(new Actor("someone", new HashSet<Permission> { Permission.MembersView }), household, card, default));
    }

    [Fact]
    public async Task The_list_finds_a_household_by_any_of_its_members()
    {
        using var shop = await HouseholdShop.OpenAsync();
        var (anna, boris, vera) = (await shop.MemberAsync("anna", 10, lastName: "Orlova"), await shop.MemberAsync("boris", 20, phone: "+79161234567"), await shop.MemberAsync("vera", 5));
        var first = await shop.MakeAsync(anna, boris);
        var second = await shop.MakeAsync(vera);
        var queries = shop.Get<HouseholdQueries>();

        var all = await queries.ListAsync(HouseholdShop.Clerk, new HouseholdFilter(), new PageRequest(0, 50), default);
        var found = await queries.ListAsync(HouseholdShop.Clerk, new HouseholdFilter { Search = "+7 916 123" }, new PageRequest(0, 50), default);
        var streamed = new List<HouseholdRow>();
        await foreach (var row in queries.StreamAsync(HouseholdShop.Clerk, new HouseholdFilter { Search = "orlova" }, default))
        {
            streamed.Add(row);
        }

        Assert.Equal([second, first], all.Rows.Select(r => r.Id));
        Assert.Equal((first, "Orlova anna", "boris", 2, 30L), (found.Rows.Single().Id, found.Rows[0].Head, found.Rows[0].Others, found.Rows[0].Members, found.Rows[0].Available));
        Assert.Equal([first], streamed.Select(r => r.Id));
        Assert.Empty((await queries.ListAsync(HouseholdShop.Clerk, new HouseholdFilter { Search = "nobody" }, new PageRequest(0, 50), default)).Rows);
    }
}
