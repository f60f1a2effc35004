using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LoyaltyAdmin.Tests.Features.Members;

public sealed class MemberListQueriesTests : MembersTest
{
    private static readonly PageRequest All = new(0, 50);

    [Theory]
    [InlineData("иванов", "Иванов Сергей|Иванова Анна")]
    [InlineData("ИВАНОВ", "Иванов Сергей|Иванова Анна")]
    [InlineData("семен", "Семёнов Пётр")]
    [InlineData("Семёнов", "Семёнов Пётр")]
    [InlineData("петр", "Семёнов Пётр")]
    [InlineData("сергей иванов", "Иванов Сергей")]
    [InlineData("8 916 123-45", "Иванов Сергей")]
    [InlineData("+7 916 123", "Иванов Сергей")]
    [InlineData("8 (916) 123-45-67", "Иванов Сергей")]
    [InlineData("916123", "Иванов Сергей")]
    [InlineData("7700", "Семёнов Пётр")]
    [InlineData("77 00-0001", "Семёнов Пётр")]
    [InlineData("9999", "Иванова Анна")]
    [InlineData("crm-2", "Иванова Анна")]
    [InlineData("100%", "")]
    public async Task Search_finds_people_however_they_are_typed(string search, string found)
    {
        await MemberAsync("Иванов", "Сергей", phone: "+79161234567", externalId: "crm-1");
        await MemberAsync("Иванова", "Анна", card: "99990001", externalId: "crm-2");
        await MemberAsync("Семёнов", "Пётр", card: "77000001", externalId: "crm-3");

        Assert.Equal(found, await NamesAsync(new MemberFilter { Search = search }));
    }

    [Fact]
    public async Task Names_are_sorted_with_yo_in_its_place()
    {
        foreach (var name in new[] { "Ёлкин", "Бобров", "Жуков", "еремин" })
        {
            await MemberAsync(name);
        }

        Assert.Equal("Бобров|Ёлкин|еремин|Жуков", await NamesAsync(new MemberFilter()));
        Assert.Equal("Жуков|еремин|Ёлкин|Бобров", await NamesAsync(new MemberFilter(), new MemberOrder(MemberSort.Name, Descending: true)));
    }

    [Fact]
    public async Task Members_are_sorted_by_what_their_accounts_say()
    {
        await AccountAsync("А", available: 10, receipts: 1, revenue: 500, last: new DateOnly(2026, 1, 1));
        await AccountAsync("Б", available: 0, receipts: 5, revenue: -100, last: new DateOnly(2026, 2, 1));
        await AccountAsync("В", available: 30, receipts: 0, revenue: 0, last: null);

        Assert.Equal("В|А|Б", await NamesAsync(new MemberFilter(), new MemberOrder(MemberSort.Available, true)));
        Assert.Equal("Б|А|В", await NamesAsync(new MemberFilter(), new MemberOrder(MemberSort.LastReceipt, true)));
        Assert.Equal("А|В|Б", await NamesAsync(new MemberFilter(), new MemberOrder(MemberSort.Revenue, true)));
        Assert.Equal("В|А|Б", await NamesAsync(new MemberFilter(), new MemberOrder(MemberSort.Receipts)));
        Assert.Equal("В|А", await NamesAsync(new MemberFilter { HasBalance = true }, new MemberOrder(MemberSort.Available, true)));
        Assert.Equal("Б", await NamesAsync(new MemberFilter { HasBalance = false }));
        Assert.Equal("А|В", await NamesAsync(new MemberFilter { NoPurchaseSince = new DateOnly(2026, 2, 1) }));
    }

    [Fact]
    public async Task Filters_of_the_member_and_of_the_account_work_together_in_any_order()
    {
        await AccountAsync("Иванов", available: 10, receipts: 1, revenue: 500, last: new DateOnly(2026, 1, 1));
        await AccountAsync("Иванченко", available: 0, receipts: 1, revenue: 500, last: new DateOnly(2026, 1, 1));
        await AccountAsync("Петров", available: 10, receipts: 1, revenue: 500, last: new DateOnly(2026, 1, 1));
        var filter = new MemberFilter
        {
            Search = "иван",
            HasBalance = true,
            Status = MemberStatus.Active,
            JoinedFrom = new DateOnly(2026, 3, 10),
            JoinedTo = new DateOnly(2026, 3, 10),
        };

        Assert.Equal("Иванов", await NamesAsync(filter));
        Assert.Equal("Иванов", await NamesAsync(filter, new MemberOrder(MemberSort.Revenue, true)));
        Assert.Equal("", await NamesAsync(filter with { JoinedTo = new DateOnly(2026, 3, 9) }));
        Assert.Equal("", await NamesAsync(filter with { Status = MemberStatus.Blocked }, new MemberOrder(MemberSort.Receipts)));
    }

    [Fact]
    public async Task Members_are_found_by_what_their_answers_are_worth()
    {
        foreach (var (name, score) in new (string, int?)[] { ("А", 100), ("Б", 70), ("В", 69), ("Г", 40), ("Д", 39), ("Е", 0), ("Ж", null) })
        {
            var id = await MemberAsync(name);
            if (score is { } worth)
            {
                await Database.AddAsync(new MemberAnswers { MemberId = id, FilledAt = Database.Clock.UtcNow, Score = worth });
            }
        }

        Assert.Equal("А|Б", await NamesAsync(new MemberFilter { Quality = ProfileQuality.Good }));
        Assert.Equal("В|Г", await NamesAsync(new MemberFilter { Quality = ProfileQuality.Fair }, new MemberOrder(MemberSort.Available)));
        Assert.Equal("Е|Д", await NamesAsync(new MemberFilter { Quality = ProfileQuality.Poor }, new MemberOrder(MemberSort.Name, Descending: true)));
        Assert.Equal("Ж", await NamesAsync(new MemberFilter { Quality = ProfileQuality.None }));
        Assert.Equal("Б", await NamesAsync(new MemberFilter { Quality = ProfileQuality.Good, Search = "Б" }));
        Assert.Equal("", await NamesAsync(new MemberFilter { Quality = ProfileQuality.None, Search = "Б" }));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gaps_and_tell_the_total()
    {
        for (var i = 1; i <= 5; i++)
        {
            await MemberAsync("Иванов", externalId: $"crm-{i}");
        }

        var pages = new List<MemberList>();
        for (var skip = 0; skip <= 6; skip += 2)
        {
            pages.Add(await Use<MemberListQueries>().ListAsync(Clerk, new MemberFilter(), default, new PageRequest(skip, 2), default));
        }

        Assert.Equal(["crm-1", "crm-2", "crm-3", "crm-4", "crm-5"], pages.SelectMany(p => p.Rows).Select(r => r.ExternalId));
        Assert.All(pages, page => Assert.Equal(5, page.Total));
    }

    [Theory]
    [InlineData(MemberListQueries.MostFound, false)]
    [InlineData(MemberListQueries.MostFound + 1, true)]
    public async Task A_search_that_finds_very_many_counts_no_further_than_a_bound(int members, bool isCut)
    {
        await CrowdAsync(members);

        var plain = await Use<MemberListQueries>().ListAsync(Clerk, new MemberFilter { Search = "иванов" }, default, new PageRequest(0, 2), default);
        var walked = await Use<MemberListQueries>().ListAsync(
            Clerk, new MemberFilter { Search = "иванов", Status = MemberStatus.Active }, default, new PageRequest(0, 2), default);
        var all = await Use<MemberListQueries>().ListAsync(Clerk, new MemberFilter(), default, new PageRequest(0, 2), default);

        Assert.Equal((MemberListQueries.MostFound, isCut, 2), (plain.Total, plain.IsCut, plain.Rows.Count));
        Assert.Equal((MemberListQueries.MostFound, isCut), (walked.Total, walked.IsCut));
        Assert.Equal((members, false), (all.Total, all.IsCut));
    }

    [Fact]
    public async Task An_export_streams_what_the_list_shows()
    {
        await MemberAsync("Иванов");
        await MemberAsync("Петров");
        await MemberAsync("Иванова");

        var names = new List<string>();
        await foreach (var row in Use<MemberListQueries>().StreamAsync(Clerk, new MemberFilter { Search = "иван" }, default, default))
        {
            names.Add(row.DisplayName);
        }

        Assert.Equal(["Иванов", "Иванова"], names);
    }

    private async Task<string> NamesAsync(MemberFilter filter, MemberOrder order = default)
    {
        var page = await Use<MemberListQueries>().ListAsync(Clerk, filter, order, All, default);
        Assert.Equal(page.Rows.Count, page.Total);
        return string.Join('|', page.Rows.Select(row => row.DisplayName));
    }

    private async Task CrowdAsync(int count)
    {
        await using var db = Database.CreateDbContext();
        var program = await db.Programs.Select(p => p.Id).SingleAsync();
        var now = Database.Clock.UtcNow;
        await using var transaction = await db.Database.BeginTransactionAsync();
        List<Member> members = [];
        for (var i = 1; i <= count; i++)
        {
            var member = new Member { Id = i, ExternalId = $"crm-{i}", LastName = "Иванов", JoinedAt = now, JoinedOn = DateOnly.FromDateTime(now) };
            member.SearchKey = MemberSearch.KeyOf(member);
            members.Add(member);
        }

        await Database.Sql.InsertAsync<Member>(db, members, default);
        await Database.Sql.InsertAsync<Account>(db, [.. members.Select(m => new Account { Id = m.Id, MemberId = m.Id, ProgramId = program })], default);
        await transaction.CommitAsync();
    }

    private async Task AccountAsync(string name, long available, int receipts, long revenue, DateOnly? last)
    {
        var id = await MemberAsync(name);
        await using var db = Database.CreateDbContext();
        var account = await db.Accounts.SingleAsync(a => a.MemberId == id);
        (account.Available, account.Receipts, account.NetRevenueMinor, account.LastReceiptOn) = (new Points(available), receipts, revenue, last);
        await db.SaveChangesAsync();
    }
}
